import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accepted mail: messages, their content (partitioned by expiry day) and idempotency keys. */
export class Messages1795392004000 implements MigrationInterface {
  readonly name = 'Messages1795392004000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS messages (
        server_id         BIGINT UNSIGNED NOT NULL,
        id                BIGINT UNSIGNED NOT NULL,
        direction         ENUM('OUTGOING', 'INCOMING') NOT NULL,
        credential_id     BIGINT UNSIGNED NULL,
        domain_id         BIGINT UNSIGNED NULL,
        mail_from         VARCHAR(320) NOT NULL,
        header_from       VARCHAR(320) NOT NULL,
        subject           VARCHAR(500) NOT NULL,
        message_id_header VARCHAR(500) NOT NULL,
        tag               VARCHAR(100) NULL,
        metadata          JSON NULL,
        size_bytes        INT UNSIGNED NOT NULL,
        door              ENUM('GRAPHQL', 'SMTP', 'SYSTEM') NOT NULL,
        client_ip         VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
        dsn_ret           ENUM('FULL', 'HDRS') NULL,
        dsn_envid         VARCHAR(100) NULL,
        smtputf8          TINYINT(1) NOT NULL DEFAULT 0,
        eight_bit         TINYINT(1) NOT NULL DEFAULT 0,
        expires_on        DATE NOT NULL,
        accepted_at       DATETIME(3) NOT NULL,
        PRIMARY KEY (server_id, id)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS message_contents (
        server_id  BIGINT UNSIGNED NOT NULL,
        message_id BIGINT UNSIGNED NOT NULL,
        expires_on DATE NOT NULL,
        encoding   ENUM('IDENTITY', 'DEFLATE') NOT NULL,
        content    LONGBLOB NOT NULL,
        PRIMARY KEY (server_id, message_id, expires_on)
      ) PARTITION BY RANGE COLUMNS (expires_on) (PARTITION p_rest VALUES LESS THAN (MAXVALUE))
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS idempotency_keys (
        scope       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        key_hash    BINARY(32) NOT NULL,
        fingerprint BINARY(32) NOT NULL,
        result_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        result_id   BIGINT UNSIGNED NOT NULL,
        created_at  DATETIME(3) NOT NULL,
        PRIMARY KEY (scope, key_hash),
        KEY idempotency_keys_to_purge (created_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS idempotency_keys, message_contents, messages');
  }
}
