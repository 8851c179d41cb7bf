import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings of a mail server: whom its reports name. */
export class ServerSettings1795900002001 implements MigrationInterface {
  readonly name = 'ServerSettings1795900002001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE mail_servers ADD COLUMN IF NOT EXISTS postmaster_address VARCHAR(320) NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_servers DROP COLUMN IF EXISTS postmaster_address');
  }
}
