import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event clock of each mail server and the events, dense by position. */
export class Events1795392006000 implements MigrationInterface {
  readonly name = 'Events1795392006000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS event_clocks (
        server_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        position  BIGINT UNSIGNED NOT NULL
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS events (
        server_id   BIGINT UNSIGNED NOT NULL,
        position    BIGINT UNSIGNED NOT NULL,
        kind        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        message_id  BIGINT UNSIGNED NULL,
        delivery_id BIGINT UNSIGNED NULL,
        domain_id   BIGINT UNSIGNED NULL,
        data        JSON NOT NULL,
        at          DATETIME(3) NOT NULL,
        PRIMARY KEY (server_id, position),
        KEY events_by_message (server_id, message_id, position)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS events, event_clocks');
  }
}
