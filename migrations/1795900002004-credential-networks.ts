import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks to which a credential is limited, and a way from a user name to its credential. */
export class CredentialNetworks1795900002004 implements MigrationInterface {
  readonly name = 'CredentialNetworks1795900002004';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE credentials ADD COLUMN IF NOT EXISTS allowed_networks JSON NULL,
       ADD INDEX IF NOT EXISTS credentials_by_username (username)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE credentials DROP INDEX IF EXISTS credentials_by_username,
       DROP COLUMN IF EXISTS allowed_networks`,
    );
  }
}
