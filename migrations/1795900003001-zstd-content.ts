import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Content may be compressed with zstd; what is stored stays as it is. */
export class ZstdContent1795900003001 implements MigrationInterface {
  readonly name = 'ZstdContent1795900003001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE message_contents MODIFY encoding ENUM('IDENTITY', 'DEFLATE', 'ZSTD') NOT NULL",
    );
  }

  /** Fails, and changes nothing, while there is such content. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE message_contents MODIFY encoding ENUM('IDENTITY', 'DEFLATE') NOT NULL",
    );
  }
}
