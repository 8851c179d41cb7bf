import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries, their attempts, and the narrow queue of live work. */
export class Deliveries1795392005000 implements MigrationInterface {
  readonly name = 'Deliveries1795392005000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS deliveries (
        server_id        BIGINT UNSIGNED NOT NULL,
        id               BIGINT UNSIGNED NOT NULL,
        message_id       BIGINT UNSIGNED NOT NULL,
        recipient        VARCHAR(320) NOT NULL,
        destination      VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        status           ENUM('QUEUED', 'HELD', 'DELIVERED', 'BOUNCED', 'EXPIRED', 'CANCELLED') NOT NULL,
        held_because     VARCHAR(255) NULL,
        attempts         SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        schedule_base    SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        next_attempt_at  DATETIME(3) NULL,
        dsn_notify       SET('SUCCESS', 'FAILURE', 'DELAY', 'NEVER') NULL,
        dsn_orcpt        VARCHAR(500) NULL,
        delay_reported   TINYINT(1) NOT NULL DEFAULT 0,
        settled_at       DATETIME(3) NULL,
        created_at       DATETIME(3) NOT NULL,
        PRIMARY KEY (server_id, id),
        KEY deliveries_by_message (server_id, message_id)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS queue (
        server_id   BIGINT UNSIGNED NOT NULL,
        delivery_id BIGINT UNSIGNED NOT NULL,
        message_id  BIGINT UNSIGNED NOT NULL,
        destination VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        due_at      DATETIME(3) NOT NULL,
        lease_token BIGINT UNSIGNED NULL,
        lease_until DATETIME(6) NULL,
        lapses      TINYINT UNSIGNED NOT NULL DEFAULT 0,
        PRIMARY KEY (server_id, delivery_id),
        KEY queue_due (server_id, due_at, destination)
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS attempts (
        server_id   BIGINT UNSIGNED NOT NULL,
        id          BIGINT UNSIGNED NOT NULL,
        delivery_id BIGINT UNSIGNED NOT NULL,
        number      SMALLINT UNSIGNED NOT NULL,
        outcome     JSON NOT NULL,
        decision    JSON NOT NULL,
        transcript  VARCHAR(8192) NOT NULL,
        started_at  DATETIME(3) NOT NULL,
        duration_ms INT UNSIGNED NOT NULL,
        PRIMARY KEY (server_id, id),
        KEY attempts_by_delivery (server_id, delivery_id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS attempts, queue, deliveries');
  }
}
