import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail servers (the tenant unit) and their credentials. */
export class MailServers1795392002000 implements MigrationInterface {
  readonly name = 'MailServers1795392002000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS mail_servers (
        id                BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        organization_id   BIGINT UNSIGNED NOT NULL,
        name              VARCHAR(120) NOT NULL,
        slug              VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        token             CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        mode              ENUM('LIVE', 'SANDBOX') NOT NULL,
        allow_sender      TINYINT(1) NOT NULL DEFAULT 0,
        privacy_mode      TINYINT(1) NOT NULL DEFAULT 0,
        retry_attempts    SMALLINT UNSIGNED NULL,
        suspended_at      DATETIME(3) NULL,
        suspension_reason VARCHAR(255) NULL,
        created_at        DATETIME(3) NOT NULL,
        UNIQUE KEY mail_servers_by_slug (organization_id, slug),
        UNIQUE KEY mail_servers_by_token (token)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS credentials (
        id           BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        server_id    BIGINT UNSIGNED NOT NULL,
        type         ENUM('API', 'SMTP', 'SMTP_IP') NOT NULL,
        name         VARCHAR(120) NOT NULL,
        username     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        network      VARCHAR(49) CHARACTER SET ascii COLLATE ascii_bin NULL,
        hint         CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
        secret_hash  BINARY(32) NULL,
        hold         TINYINT(1) NOT NULL DEFAULT 0,
        last_used_at DATETIME(3) NULL,
        revoked_at   DATETIME(3) NULL,
        created_at   DATETIME(3) NOT NULL,
        UNIQUE KEY credentials_by_secret (secret_hash),
        KEY credentials_by_server (server_id),
        KEY credentials_by_type (type)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS credentials, mail_servers');
  }
}
