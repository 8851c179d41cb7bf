import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that an organization keeps for its programs, and tokens that may run no others. */
export class Documents1795800004000 implements MigrationInterface {
  readonly name = 'Documents1795800004000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS documents (
        id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        organization_id BIGINT UNSIGNED NOT NULL,
        hash            BINARY(32) NOT NULL,
        text            TEXT NOT NULL,
        created_at      DATETIME(3) NOT NULL,
        UNIQUE KEY documents_by_hash (hash, organization_id),
        KEY documents_by_organization (organization_id, id)
      )
    `);
    await runner.query(
      'ALTER TABLE access_tokens ADD COLUMN IF NOT EXISTS documents_only TINYINT(1) NOT NULL DEFAULT 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS documents');
    await runner.query('ALTER TABLE access_tokens DROP COLUMN IF EXISTS documents_only');
  }
}
