import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of organizations have no user; any token may be limited to networks. */
export class OrganizationTokens1795800002004 implements MigrationInterface {
  readonly name = 'OrganizationTokens1795800002004';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_tokens
        MODIFY user_id BIGINT UNSIGNED NULL,
        ADD COLUMN IF NOT EXISTS allowed_networks JSON NULL,
        ADD COLUMN IF NOT EXISTS last_used_ip VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD KEY IF NOT EXISTS access_tokens_by_organization (organization_id)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_tokens
        DROP KEY IF EXISTS access_tokens_by_organization,
        DROP COLUMN IF EXISTS last_used_ip,
        DROP COLUMN IF EXISTS allowed_networks
    `);
  }
}
