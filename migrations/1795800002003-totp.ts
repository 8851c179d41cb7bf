import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second factor of people: keys, recovery codes, and sign-ins that wait for a code. */
export class Totp1795800002003 implements MigrationInterface {
  readonly name = 'Totp1795800002003';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS totp_keys (
        user_id       BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        key_encrypted VARBINARY(128) NOT NULL,
        last_step     BIGINT UNSIGNED NOT NULL,
        confirmed_at  DATETIME(3) NULL,
        created_at    DATETIME(3) NOT NULL
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS recovery_codes (
        code_hash BINARY(32) NOT NULL PRIMARY KEY,
        user_id   BIGINT UNSIGNED NOT NULL,
        KEY recovery_codes_by_user (user_id)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS sign_in_challenges (
        secret_hash BINARY(32) NOT NULL PRIMARY KEY,
        user_id     BIGINT UNSIGNED NOT NULL,
        tries       INT UNSIGNED NOT NULL,
        expires_at  DATETIME(3) NOT NULL,
        KEY sign_in_challenges_by_user (user_id),
        KEY sign_in_challenges_to_purge (expires_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS sign_in_challenges, recovery_codes, totp_keys');
  }
}
