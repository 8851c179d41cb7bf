import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, sessions, tokens, organizations and members. */
export class Accounts1795392001000 implements MigrationInterface {
  readonly name = 'Accounts1795392001000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS users (
        id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        email           VARCHAR(254) NOT NULL,
        name            VARCHAR(120) NOT NULL,
        password_hash   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
        is_admin        TINYINT(1) NOT NULL DEFAULT 0,
        setup_hash      BINARY(32) NULL,
        setup_until     DATETIME(3) NULL,
        created_at      DATETIME(3) NOT NULL,
        UNIQUE KEY users_by_email (email)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS sessions (
        id          BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        user_id     BIGINT UNSIGNED NOT NULL,
        secret_hash BINARY(32) NOT NULL,
        ip_address  VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
        user_agent  VARCHAR(255) NULL,
        created_at  DATETIME(3) NOT NULL,
        expires_at  DATETIME(3) NOT NULL,
        UNIQUE KEY sessions_by_secret (secret_hash),
        KEY sessions_by_user (user_id)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS organizations (
        id                BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        name              VARCHAR(120) NOT NULL,
        slug              VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        suspended_at      DATETIME(3) NULL,
        suspension_reason VARCHAR(255) NULL,
        created_at        DATETIME(3) NOT NULL,
        UNIQUE KEY organizations_by_slug (slug)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS members (
        organization_id BIGINT UNSIGNED NOT NULL,
        user_id         BIGINT UNSIGNED NOT NULL,
        role            ENUM('OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER') NOT NULL,
        created_at      DATETIME(3) NOT NULL,
        PRIMARY KEY (organization_id, user_id),
        KEY members_by_user (user_id)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS access_tokens (
        id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        user_id         BIGINT UNSIGNED NOT NULL,
        organization_id BIGINT UNSIGNED NULL,
        name            VARCHAR(120) NOT NULL,
        hint            CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        secret_hash     BINARY(32) NOT NULL,
        scopes          JSON NOT NULL,
        expires_at      DATETIME(3) NULL,
        last_used_at    DATETIME(3) NULL,
        revoked_at      DATETIME(3) NULL,
        created_at      DATETIME(3) NOT NULL,
        UNIQUE KEY access_tokens_by_secret (secret_hash),
        KEY access_tokens_by_user (user_id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE IF EXISTS access_tokens, members, organizations, sessions, users',
    );
  }
}
