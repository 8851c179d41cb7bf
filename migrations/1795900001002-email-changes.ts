import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that users want to change to, until a mail there is answered; one for each user. */
export class EmailChanges1795900001002 implements MigrationInterface {
  readonly name = 'EmailChanges1795900001002';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS email_changes (
        user_id    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        email      VARCHAR(254) NOT NULL,
        token_hash BINARY(32) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        KEY email_changes_to_purge (expires_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS email_changes');
  }
}
