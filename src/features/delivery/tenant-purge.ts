import type { Clock } from '../../platform/clock.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';

export interface PurgeParts {
  readonly pool: Pick<BulkPool, 'query' | 'write'>;
  readonly clock: Clock;
  /** How long what was deleted can be restored. */
  readonly graceMs: number;
}

/** So much later than the last restore, whatever the clocks of other processes say. */
const MARGIN_MS = 3_600_000;
const AT_ONCE = 10;
const ROWS = 1_000;
const CONTENT_ROWS = 50;

/** All that is of one mail server, in this order; its row goes last, so that a round that is cut off is taken up again. */
const OF_SERVER = [
  'DELETE FROM queue WHERE server_id = ? LIMIT ?',
  'DELETE FROM send_plans WHERE server_id = ? LIMIT ?',
  'DELETE FROM send_minutes WHERE server_id = ? LIMIT ?',
  'DELETE FROM attempts WHERE server_id = ? LIMIT ?',
  'DELETE FROM deliveries WHERE server_id = ? LIMIT ?',
  'DELETE FROM message_contents WHERE server_id = ? LIMIT ?',
  'DELETE FROM messages WHERE server_id = ? LIMIT ?',
  'DELETE FROM events WHERE server_id = ? LIMIT ?',
  'DELETE FROM event_clocks WHERE server_id = ? LIMIT ?',
  'DELETE FROM credentials WHERE server_id = ? LIMIT ?',
  'DELETE FROM member_servers WHERE server_id = ? LIMIT ?',
  "DELETE FROM idempotency_keys WHERE scope = CONCAT('server:', ?) LIMIT ?",
  'DELETE FROM dkim_keys WHERE domain_id IN (SELECT id FROM domains WHERE server_id = ?) LIMIT ?',
  'DELETE FROM domain_checks WHERE domain_id IN (SELECT id FROM domains WHERE server_id = ?) LIMIT ?',
  'DELETE FROM domains WHERE server_id = ? LIMIT ?',
  'DELETE FROM mail_servers WHERE id = ? LIMIT ?',
];

/** All that is of one organization without mail servers. Its audit entries have their own time. */
const OF_ORGANIZATION = [
  'DELETE FROM dkim_keys WHERE domain_id IN (SELECT id FROM domains WHERE organization_id = ?) LIMIT ?',
  'DELETE FROM domain_checks WHERE domain_id IN (SELECT id FROM domains WHERE organization_id = ?) LIMIT ?',
  'DELETE FROM domains WHERE organization_id = ? LIMIT ?',
  'DELETE FROM invitations WHERE organization_id = ? LIMIT ?',
  'DELETE FROM member_servers WHERE organization_id = ? LIMIT ?',
  'DELETE FROM members WHERE organization_id = ? LIMIT ?',
  'DELETE FROM documents WHERE organization_id = ? LIMIT ?',
  'DELETE FROM access_tokens WHERE organization_id = ? LIMIT ?',
  'DELETE FROM organizations WHERE id = ? LIMIT ?',
];

/** Removes for good what was deleted long ago: in small statements, each of which may be the last for now. */
export class TenantPurge {
  constructor(private readonly parts: PurgeParts) {}

  /** One round; what is left waits for the next one. */
  async run(): Promise<void> {
    const { clock, graceMs } = this.parts;
    const before = new Date(clock.now().getTime() - graceMs - MARGIN_MS);
    const servers = await this.due(
      '/* purge.servers */ SELECT id FROM mail_servers WHERE deleted_at < ? LIMIT ?',
      before,
    );
    for (const id of servers) await this.remove(OF_SERVER, id);
    const organizations = await this.due(
      `/* purge.organizations */ SELECT o.id FROM organizations o WHERE o.deleted_at < ?
       AND NOT EXISTS (SELECT 1 FROM mail_servers s WHERE s.organization_id = o.id) LIMIT ?`,
      before,
    );
    for (const id of organizations) await this.remove(OF_ORGANIZATION, id);
  }

  private async due(statement: string, before: Date): Promise<bigint[]> {
    const rows = await this.parts.pool.query<{ id: bigint }[]>(statement, [before, AT_ONCE]);
    return rows.map(({ id }) => id);
  }

  private async remove(statements: readonly string[], id: bigint): Promise<void> {
    for (const statement of statements) {
      const rows = statement.includes('message_contents') ? CONTENT_ROWS : ROWS;
      for (let removed = rows; removed === rows;) {
        const { affectedRows } = await this.parts.pool.write(statement, [id, rows]);
        removed = affectedRows;
      }
    }
  }
}
