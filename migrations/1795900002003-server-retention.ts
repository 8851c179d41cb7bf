import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a mail server keeps content, and messages with all that is known of them. */
export class ServerRetention1795900002003 implements MigrationInterface {
  readonly name = 'ServerRetention1795900002003';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE mail_servers
         ADD COLUMN IF NOT EXISTS content_retention_days SMALLINT UNSIGNED NULL,
         ADD COLUMN IF NOT EXISTS message_retention_days SMALLINT UNSIGNED NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE mail_servers DROP COLUMN IF EXISTS content_retention_days,
       DROP COLUMN IF EXISTS message_retention_days`,
    );
  }
}
