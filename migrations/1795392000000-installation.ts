import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The installation itself: its master-key check, id writers and named leases. */
export class Installation1795392000000 implements MigrationInterface {
  readonly name = 'Installation1795392000000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS installation (
        id               TINYINT UNSIGNED NOT NULL PRIMARY KEY,
        master_key_check VARBINARY(64) NOT NULL,
        created_at       DATETIME(3) NOT NULL
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS writers (
        writer      SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
        holder      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        lease_until DATETIME(6) NOT NULL
      )
    `);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS leases (
        name        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        holder      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        lease_until DATETIME(6) NOT NULL
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS leases, writers, installation');
  }
}
