import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Send limits: what left a mail server in which minute, and what waits for which. */
export class SendLimits1795900002002 implements MigrationInterface {
  readonly name = 'SendLimits1795900002002';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE mail_servers ADD COLUMN IF NOT EXISTS send_limit INT UNSIGNED NULL',
    );
    await runner.query(
      `ALTER TABLE queue ADD COLUMN IF NOT EXISTS is_counted TINYINT(1) NOT NULL DEFAULT 0,
       ADD COLUMN IF NOT EXISTS send_minute INT UNSIGNED NULL`,
    );
    await runner.query(`
      CREATE TABLE IF NOT EXISTS send_plans (
        server_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        send_limit INT UNSIGNED NOT NULL,
        reached_at DATETIME(3) NULL
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS send_minutes (
        server_id BIGINT UNSIGNED NOT NULL,
        minute    INT UNSIGNED NOT NULL,
        sent      INT UNSIGNED NOT NULL,
        planned   INT UNSIGNED NOT NULL,
        PRIMARY KEY (server_id, minute)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS send_minutes, send_plans');
    await runner.query(
      'ALTER TABLE queue DROP COLUMN IF EXISTS is_counted, DROP COLUMN IF EXISTS send_minute',
    );
    await runner.query('ALTER TABLE mail_servers DROP COLUMN IF EXISTS send_limit');
  }
}
