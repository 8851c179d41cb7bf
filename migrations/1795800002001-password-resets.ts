import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of mails that let somebody set a new password. */
export class PasswordResets1795800002001 implements MigrationInterface {
  readonly name = 'PasswordResets1795800002001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS password_resets (
        token_hash BINARY(32) NOT NULL PRIMARY KEY,
        user_id    BIGINT UNSIGNED NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        KEY password_resets_by_user (user_id),
        KEY password_resets_to_purge (expires_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS password_resets');
  }
}
