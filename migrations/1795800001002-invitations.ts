import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations into an organization that wait for an answer. */
export class Invitations1795800001002 implements MigrationInterface {
  readonly name = 'Invitations1795800001002';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS invitations (
        id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        organization_id BIGINT UNSIGNED NOT NULL,
        email           VARCHAR(254) NOT NULL,
        role            ENUM('OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER') NOT NULL,
        server_ids      JSON NULL,
        secret_hash     BINARY(32) NOT NULL,
        sent_at         DATETIME(3) NULL,
        expires_at      DATETIME(3) NOT NULL,
        created_at      DATETIME(3) NOT NULL,
        UNIQUE KEY invitations_by_secret (secret_hash),
        UNIQUE KEY invitations_by_email (organization_id, email),
        KEY invitations_by_expiry (expires_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS invitations');
  }
}
