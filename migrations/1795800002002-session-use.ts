import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session was last used: one that lies idle ends. */
export class SessionUse1795800002002 implements MigrationInterface {
  readonly name = 'SessionUse1795800002002';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN IF NOT EXISTS
        last_used_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN IF EXISTS last_used_at');
  }
}
