import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sender domains, their DKIM keys and DNS checks. */
export class Domains1795392003000 implements MigrationInterface {
  readonly name = 'Domains1795392003000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS domains (
        id                 BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        organization_id    BIGINT UNSIGNED NOT NULL,
        server_id          BIGINT UNSIGNED NULL,
        name               VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        verification_token CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        verified_at        DATETIME(3) NULL,
        verified_name      VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin AS (IF(verified_at IS NULL, NULL, name)) PERSISTENT,
        checked_at         DATETIME(3) NULL,
        check_due_at       DATETIME(3) NULL,
        created_at         DATETIME(3) NOT NULL,
        owner_server_id    BIGINT UNSIGNED AS (IFNULL(server_id, 0)) PERSISTENT,
        UNIQUE KEY domains_once_per_owner (organization_id, owner_server_id, name),
        KEY domains_by_server (server_id),
        KEY domains_by_name (name),
        UNIQUE KEY domains_verified_once (verified_name),
        KEY domains_to_check (check_due_at)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS dkim_keys (
        id                    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        domain_id             BIGINT UNSIGNED NOT NULL,
        algorithm             ENUM('RSA_SHA256', 'ED25519_SHA256') NOT NULL,
        selector              VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        public_key            TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        private_key_encrypted VARBINARY(4096) NOT NULL,
        seen_published_at     DATETIME(3) NULL,
        created_at            DATETIME(3) NOT NULL,
        KEY dkim_keys_by_domain (domain_id)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS domain_checks (
        domain_id   BIGINT UNSIGNED NOT NULL,
        kind        ENUM('OWNERSHIP', 'SPF', 'DKIM_RSA', 'DKIM_ED25519', 'RETURN_PATH', 'MX', 'DMARC') NOT NULL,
        status      ENUM('OK', 'MISSING', 'INVALID', 'UNKNOWN') NOT NULL,
        last_known  ENUM('OK', 'MISSING', 'INVALID', 'UNKNOWN') NULL,
        record_name VARCHAR(320) NOT NULL,
        record_type VARCHAR(8) NOT NULL,
        expected    TEXT NOT NULL,
        found       TEXT NOT NULL,
        fix         TEXT NULL,
        checked_at  DATETIME(3) NOT NULL,
        PRIMARY KEY (domain_id, kind)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS domain_checks, dkim_keys, domains');
  }
}
