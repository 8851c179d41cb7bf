import type { Sql } from '../../platform/database/sql.js';
import type { AuditContent } from './audit-entry.entity.js';

/** The chain of the installation; every other is called after its organization. */
export const INSTALLATION = 0n;

/** Where a chain ends, and where the part of it begins that is kept. */
export interface Anchor {
  readonly chain: bigint;
  /** Of an organization: the how many-th chain it is. Of the installation: how many there are besides. */
  readonly number: bigint;
  readonly position: bigint;
  readonly hash: Buffer;
  readonly cutPosition: bigint;
  readonly cutHash: Buffer;
}

export interface SealedAnchor extends Anchor {
  readonly seal: Buffer;
}

/** An entry as the bulk pool reads it. */
export interface SealedEntry {
  readonly content: AuditContent;
  readonly seal: Buffer;
}

export interface ChainedEntry extends SealedEntry {
  readonly position: bigint;
  readonly hash: Buffer;
}

const COLUMNS = `id, organization_id, server_id, action, actor_kind, user_id, token_id, session_id, credential_id,
  ip_address, user_agent, subject_type, subject_id, before_values, after_values, created_at, seal, position, hash`;

/** Chains from `from` on that have entries without a place yet. */
export async function chainsThatWait(sql: Sql, from: bigint, limit: number): Promise<bigint[]> {
  const rows = await sql.query<{ chain: bigint }[]>(
    `/* audit.waiting */ SELECT DISTINCT chain FROM audit_entries FORCE INDEX (audit_entries_unchained)
     WHERE position IS NULL AND chain >= ? ORDER BY chain LIMIT ?`,
    [from, limit],
  );
  return rows.map(({ chain }) => chain);
}

/** Entries of a chain without a place, oldest first. */
export async function readWaiting(sql: Sql, chain: bigint, limit: number): Promise<SealedEntry[]> {
  const rows = await sql.query<EntryRow[]>(
    `/* audit.unchained */ SELECT ${COLUMNS} FROM audit_entries FORCE INDEX (audit_entries_unchained)
     WHERE position IS NULL AND chain = ? ORDER BY id LIMIT ?`,
    [chain, limit],
  );
  return rows.map(entryOf);
}

/** The next entries of a chain behind a place; rows that share a position come by id. */
export async function readChained(
  sql: Sql,
  chain: bigint,
  after: { readonly position: bigint; readonly id: bigint },
  { upTo, limit }: { readonly upTo: bigint; readonly limit: number },
): Promise<ChainedEntry[]> {
  const rows = await sql.query<EntryRow[]>(
    `/* audit.chained */ SELECT ${COLUMNS} FROM audit_entries FORCE INDEX (audit_entries_by_position)
     WHERE chain = ? AND position >= ? AND position <= ? AND (position > ? OR id > ?)
     ORDER BY position, id LIMIT ?`,
    [chain, after.position, upTo, after.position, after.id, limit],
  );
  return rows.map((row) => ({
    ...entryOf(row),
    position: row.position,
    hash: row.hash ?? NOTHING,
  }));
}

/** Entries get their places; one that has one keeps it. */
export async function setPlaces(
  sql: Sql,
  places: readonly { readonly id: bigint; readonly position: bigint; readonly hash: Buffer }[],
): Promise<void> {
  const [first, ...more] = places.map(() => 'SELECT ? AS id, ? AS position, ? AS hash');
  if (first === undefined) return;
  await sql.query(
    `/* audit.chain */ UPDATE (${[first, ...more].join(' UNION ALL ')}) AS k
     STRAIGHT_JOIN audit_entries e FORCE INDEX (PRIMARY) ON e.id = k.id
     SET e.position = k.position, e.hash = k.hash WHERE e.position IS NULL`,
    places.flatMap(({ id, position, hash }) => [id, position, hash]),
  );
}

export async function deleteUpTo(sql: Sql, chain: bigint, position: bigint): Promise<void> {
  await sql.query('/* audit.cut */ DELETE FROM audit_entries WHERE chain = ? AND position <= ?', [
    chain,
    position,
  ]);
}

/** Locked until the transaction ends, if it is there. */
export async function lockAnchor(sql: Sql, chain: bigint): Promise<SealedAnchor | null> {
  const [row] = await sql.query<AnchorRow[]>(
    '/* audit.lockAnchor */ SELECT * FROM audit_chains WHERE chain = ? FOR UPDATE',
    [chain],
  );
  return row ? anchorOf(row) : null;
}

export async function readAnchors(sql: Sql, from: bigint, limit: number): Promise<SealedAnchor[]> {
  const rows = await sql.query<AnchorRow[]>(
    '/* audit.anchors */ SELECT * FROM audit_chains WHERE chain >= ? ORDER BY chain LIMIT ?',
    [from, limit],
  );
  return rows.map(anchorOf);
}

/** Does nothing when the chain has one already. */
export async function insertAnchor(sql: Sql, anchor: SealedAnchor): Promise<void> {
  const { chain, number, position, hash, cutPosition, cutHash, seal } = anchor;
  await sql.query(
    `/* audit.begin */ INSERT IGNORE INTO audit_chains
       (chain, number, position, hash, cut_position, cut_hash, seal) VALUES (?,?,?,?,?,?,?)`,
    [chain, number, position, hash, cutPosition, cutHash, seal],
  );
}

export async function updateAnchor(sql: Sql, anchor: SealedAnchor): Promise<void> {
  const { chain, number, position, hash, cutPosition, cutHash, seal } = anchor;
  await sql.query(
    `/* audit.anchor */ UPDATE audit_chains
     SET number = ?, position = ?, hash = ?, cut_position = ?, cut_hash = ?, seal = ? WHERE chain = ?`,
    [number, position, hash, cutPosition, cutHash, seal, chain],
  );
}

/** An entry that stands outside of what its chain's anchor says, if there is one. */
export async function findStray(
  sql: Sql,
  chain: bigint,
): Promise<{ readonly id: bigint; readonly position: bigint } | null> {
  const [row] = await sql.query<{ id: bigint; position: bigint }[]>(
    `/* audit.stray */ SELECT e.id, e.position FROM audit_entries e
     LEFT JOIN audit_chains c ON c.chain = e.chain
     WHERE e.chain = ? AND e.position IS NOT NULL
       AND (c.chain IS NULL OR e.position > c.position OR e.position <= c.cut_position)
     ORDER BY e.position LIMIT 1`,
    [chain],
  );
  return row ?? null;
}

/** Whether there are as many chains of organizations as the installation's anchor says, with its numbers. */
export async function areAnchorsWhole(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ said: unknown; found: unknown; last: unknown }[]>(
    `/* audit.anchorsWhole */ SELECT
       COALESCE(MAX(IF(chain = 0, number, NULL)), 0) AS said,
       COUNT(DISTINCT IF(chain = 0, NULL, number)) AS found,
       COALESCE(MAX(IF(chain = 0, NULL, number)), 0) AS last
     FROM audit_chains`,
  );
  const numbers = [row?.said, row?.found, row?.last].map(Number); // of whatever type a sum is
  return numbers.every((number) => number === numbers[0]);
}

interface AnchorRow {
  readonly chain: bigint;
  readonly number: bigint;
  readonly position: bigint;
  readonly hash: Buffer;
  readonly cut_position: bigint;
  readonly cut_hash: Buffer;
  readonly seal: Buffer;
}

function anchorOf({ cut_position: cutPosition, cut_hash: cutHash, ...row }: AnchorRow) {
  return { ...row, cutPosition, cutHash };
}

interface EntryRow {
  readonly id: bigint;
  readonly organization_id: bigint | null;
  readonly server_id: bigint | null;
  readonly action: string;
  readonly actor_kind: string;
  readonly user_id: bigint | null;
  readonly token_id: bigint | null;
  readonly session_id: bigint | null;
  readonly credential_id: bigint | null;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly subject_type: string;
  readonly subject_id: string | null;
  readonly before_values: string | null;
  readonly after_values: string | null;
  /** Null when somebody made it a date that there is not. */
  readonly created_at: Date | null;
  readonly seal: Buffer;
  readonly position: bigint;
  readonly hash: Buffer | null;
}

/** No MAC is like it. */
const NOTHING = Buffer.alloc(0);

function entryOf(row: EntryRow): SealedEntry {
  const content = {
    id: row.id,
    organizationId: row.organization_id,
    serverId: row.server_id,
    action: row.action,
    actorKind: row.actor_kind,
    userId: row.user_id,
    tokenId: row.token_id,
    sessionId: row.session_id,
    credentialId: row.credential_id,
    ipAddress: row.ip_address,
    userAgent: row.user_agent,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    beforeValues: row.before_values,
    afterValues: row.after_values,
    createdAt: row.created_at ?? new Date(Number.NaN),
  };
  return { content, seal: row.seal };
}
