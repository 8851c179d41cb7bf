import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins with an OpenID Connect provider: whose identities are known, and what is under way. */
export class Oidc1795900001001 implements MigrationInterface {
  readonly name = 'Oidc1795900001001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS oidc_identities (
        id            BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        user_id       BIGINT UNSIGNED NOT NULL,
        issuer        VARCHAR(500) NOT NULL,
        subject       VARCHAR(255) NOT NULL,
        identity_hash BINARY(32) NOT NULL,
        created_at    DATETIME(3) NOT NULL,
        last_used_at  DATETIME(3) NOT NULL,
        UNIQUE KEY oidc_identities_by_hash (identity_hash),
        UNIQUE KEY oidc_identities_of_user (user_id, issuer)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS oidc_pending (
        secret_hash BINARY(32) NOT NULL PRIMARY KEY,
        sealed      VARBINARY(4096) NOT NULL,
        expires_at  DATETIME(3) NOT NULL,
        KEY oidc_pending_to_purge (expires_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS oidc_pending');
    await runner.query('DROP TABLE IF EXISTS oidc_identities');
  }
}
