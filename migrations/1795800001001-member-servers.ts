import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members who are limited to listed mail servers. */
export class MemberServers1795800001001 implements MigrationInterface {
  readonly name = 'MemberServers1795800001001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE members ADD COLUMN IF NOT EXISTS is_limited TINYINT(1) NOT NULL DEFAULT 0 AFTER role',
    );
    await runner.query(`
      CREATE TABLE IF NOT EXISTS member_servers (
        organization_id BIGINT UNSIGNED NOT NULL,
        user_id         BIGINT UNSIGNED NOT NULL,
        server_id       BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (organization_id, user_id, server_id),
        KEY member_servers_by_user (user_id),
        KEY member_servers_by_server (server_id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS member_servers');
    await runner.query('ALTER TABLE members DROP COLUMN IF EXISTS is_limited');
  }
}
