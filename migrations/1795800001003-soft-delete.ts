import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations and mail servers that are deleted and can still be restored. */
export class SoftDelete1795800001003 implements MigrationInterface {
  readonly name = 'SoftDelete1795800001003';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['organizations', 'mail_servers']) {
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS deleted_at DATETIME(3) NULL,
         ADD INDEX IF NOT EXISTS ${table}_deleted (deleted_at)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['organizations', 'mail_servers']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN IF EXISTS deleted_at`);
    }
  }
}
