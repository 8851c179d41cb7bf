import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways to read lists of messages and deliveries in their order, by what people ask for. */
export class ListIndexes1796000003001 implements MigrationInterface {
  readonly name = 'ListIndexes1796000003001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE messages
         ADD INDEX IF NOT EXISTS messages_by_tag (server_id, tag),
         ADD INDEX IF NOT EXISTS messages_by_sender (server_id, header_from)`,
    );
    await runner.query(
      `ALTER TABLE deliveries
         ADD INDEX IF NOT EXISTS deliveries_by_status (server_id, status, message_id),
         ADD INDEX IF NOT EXISTS deliveries_by_recipient (server_id, recipient, message_id),
         ADD INDEX IF NOT EXISTS deliveries_by_destination (server_id, destination, message_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE messages DROP INDEX IF EXISTS messages_by_tag,
       DROP INDEX IF EXISTS messages_by_sender`,
    );
    await runner.query(
      `ALTER TABLE deliveries DROP INDEX IF EXISTS deliveries_by_status,
       DROP INDEX IF EXISTS deliveries_by_recipient, DROP INDEX IF EXISTS deliveries_by_destination`,
    );
  }
}
