import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when nothing more is planned under a send limit, because the plan is full as far as it goes. */
export class SendPlanOrder1795900002005 implements MigrationInterface {
  readonly name = 'SendPlanOrder1795900002005';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE send_plans ADD COLUMN IF NOT EXISTS full_until INT UNSIGNED NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE send_plans DROP COLUMN IF EXISTS full_until');
  }
}
