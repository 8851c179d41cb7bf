import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who did what, one row for each change; and for every chain of rows where it ends and where its kept
 * part begins. Chain 0 is that of the installation, each other that of an organization.
 */
export class AuditLog1795800003001 implements MigrationInterface {
  readonly name = 'AuditLog1795800003001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS audit_entries (
        id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        organization_id BIGINT UNSIGNED NULL,
        server_id       BIGINT UNSIGNED NULL,
        action          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        actor_kind      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        user_id         BIGINT UNSIGNED NULL,
        token_id        BIGINT UNSIGNED NULL,
        session_id      BIGINT UNSIGNED NULL,
        credential_id   BIGINT UNSIGNED NULL,
        ip_address      VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
        user_agent      VARCHAR(120) NULL,
        subject_type    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        before_values   TEXT NULL,
        after_values    TEXT NULL,
        created_at      DATETIME(3) NOT NULL,
        seal            BINARY(32) NOT NULL,
        position        BIGINT UNSIGNED NULL,
        hash            BINARY(32) NULL,
        chain           BIGINT UNSIGNED AS (COALESCE(organization_id, 0)) PERSISTENT,
        UNIQUE KEY audit_entries_by_position (chain, position),
        KEY audit_entries_unchained (position, chain, id),
        KEY audit_entries_by_chain (chain, id),
        KEY audit_entries_by_time (chain, created_at, id),
        KEY audit_entries_by_action (chain, action, id),
        KEY audit_entries_by_user (chain, user_id, id),
        KEY audit_entries_by_subject (chain, subject_type, subject_id, id)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS audit_chains (
        chain        BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        number       BIGINT UNSIGNED NOT NULL,
        position     BIGINT UNSIGNED NOT NULL,
        hash         BINARY(32) NOT NULL,
        cut_position BIGINT UNSIGNED NOT NULL,
        cut_hash     BINARY(32) NOT NULL,
        seal         BINARY(32) NOT NULL
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS audit_chains, audit_entries');
  }
}
