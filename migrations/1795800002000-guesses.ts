import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed tries to sign in, over all doors; and the addresses from which somebody has signed in before. */
export class Guesses1795800002000 implements MigrationInterface {
  readonly name = 'Guesses1795800002000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS guesses (
        subject     BINARY(32) NOT NULL PRIMARY KEY,
        failures    INT UNSIGNED NOT NULL,
        ends_at     DATETIME(3) NOT NULL,
        known_until DATETIME(3) NULL,
        KEY guesses_to_purge (ends_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS guesses');
  }
}
