import { placeBehind, sealOf } from '../../src/features/accounts/audit-seal.js';
import type { AuditFlaw } from '../../src/features/accounts/audit-walk.js';
import { readChained } from '../../src/features/accounts/audit.queries.js';
import type { Sql } from '../../src/platform/database/sql.js';
import { Secrets } from '../../src/platform/secrets.js';

/** The chain of one organization. */
export interface Chain {
  readonly id: bigint;
  readonly length: bigint;
}

/** Something that a person with the database in hand, and without the master key, does to the log. */
export interface Tampering {
  readonly does: string;
  /** Does it to the entry at this position; answers the flaw that must be found. */
  readonly at: (sql: Sql, chain: Chain, position: bigint) => Promise<Found>;
}

type Found = Pick<AuditFlaw, 'kind' | 'position'>;

/** Other values, as SQL, for every column that an entry has. */
const OTHER_VALUES: Readonly<Record<string, string>> = {
  id: 'id + 1',
  server_id: 'COALESCE(server_id, 0) + 1',
  action: "CONCAT(action, 'x')",
  actor_kind: "'OPERATOR'",
  user_id: 'COALESCE(user_id, 0) + 1',
  token_id: '7',
  session_id: 'NULL',
  credential_id: '7',
  ip_address: "'192.0.2.1'",
  user_agent: "CONCAT(COALESCE(user_agent, ''), ' ')",
  subject_type: "'User'",
  subject_id: "CONCAT(subject_id, '0')",
  before_values: "IF(before_values IS NULL, '{}', NULL)",
  after_values: "CONCAT(after_values, ' ')",
  created_at: 'created_at + INTERVAL 1000 MICROSECOND',
  seal: 'UNHEX(REPEAT("00", 32))',
  hash: 'UNHEX(REPEAT("00", 32))',
};

const edits: Tampering[] = Object.entries(OTHER_VALUES).map(([column, value]) => ({
  does: `edits ${column}`,
  at: async (sql, { id }, position) => {
    await sql.query(
      `UPDATE audit_entries SET ${column} = ${value} WHERE chain = ? AND position = ?`,
      [id, position],
    );
    return { kind: 'CHANGED', position };
  },
}));

const removals: Tampering[] = [
  ['deletes', 'DELETE FROM audit_entries WHERE chain = ? AND position = ?'],
  [
    'gives to nobody',
    'UPDATE audit_entries SET organization_id = NULL, position = NULL WHERE chain = ? AND position = ?',
  ],
  [
    'takes out of the chain',
    'UPDATE audit_entries SET position = NULL, hash = NULL WHERE chain = ? AND position = ?',
  ],
].map(([does = '', statement = '']) => ({
  does,
  at: async (sql, { id }, position) => {
    await sql.query(statement, [id, position]);
    return { kind: 'MISSING', position };
  },
}));

const COPIED = `organization_id, server_id, action, actor_kind, user_id, token_id, session_id, credential_id, ip_address,
  user_agent, subject_type, subject_id, before_values, after_values, created_at, seal, hash`;

/** A copy of an entry, which is at least genuine by its words, at any position. */
async function copy(sql: Sql, chain: Chain, from: bigint, position: bigint | null): Promise<void> {
  await sql.query(
    `INSERT INTO audit_entries (id, position, ${COPIED})
     SELECT id + 1, ?, ${COPIED} FROM audit_entries WHERE chain = ? AND position = ?`,
    [position, chain.id, from],
  );
}

const others: Tampering[] = [
  {
    does: 'puts a copy before',
    at: async (sql, chain, position) => {
      await sql.query(
        'UPDATE audit_entries SET position = position + 1 WHERE chain = ? AND position >= ? ORDER BY position DESC',
        [chain.id, position],
      );
      await copy(sql, chain, position + 1n, position);
      return { kind: 'CHANGED', position };
    },
  },
  {
    does: 'puts a copy behind the end',
    at: async (sql, chain, position) => {
      const behind = chain.length + 1n;
      await copy(sql, chain, position, behind);
      return { kind: 'INSERTED', position: behind };
    },
  },
  {
    does: 'leaves a copy for the chain',
    at: async (sql, chain, position) => {
      await copy(sql, chain, position, null);
      return { kind: 'INSERTED', position: null };
    },
  },
  {
    does: 'exchanges with the first',
    at: async (sql, { id, length }, position) => {
      const other = position === 1n ? length : 1n;
      const move = 'UPDATE audit_entries SET position = ? WHERE chain = ? AND position = ?';
      for (const [to, from] of [
        [0n, position],
        [position, other],
        [other, 0n],
      ]) {
        await sql.query(move, [to, id, from]);
      }
      return { kind: 'CHANGED', position: 1n };
    },
  },
  {
    does: 'cuts off the end from',
    at: async (sql, { id }, position) => {
      await sql.query(
        `UPDATE audit_chains c LEFT JOIN audit_entries e ON e.chain = c.chain AND e.position = ?
         SET c.position = ?, c.hash = COALESCE(e.hash, c.cut_hash) WHERE c.chain = ?`,
        [position - 1n, position - 1n, id],
      );
      await sql.query('DELETE FROM audit_entries WHERE chain = ? AND position >= ?', [
        id,
        position,
      ]);
      return { kind: 'ANCHOR_CHANGED', position: position - 1n };
    },
  },
  {
    does: 'cuts off the beginning up to',
    at: async (sql, { id, length }, position) => {
      await sql.query(
        `UPDATE audit_chains c JOIN audit_entries e ON e.chain = c.chain AND e.position = ?
         SET c.cut_position = e.position, c.cut_hash = e.hash WHERE c.chain = ?`,
        [position, id],
      );
      await sql.query('DELETE FROM audit_entries WHERE chain = ? AND position <= ?', [
        id,
        position,
      ]);
      return { kind: 'ANCHOR_CHANGED', position: length };
    },
  },
  {
    does: 'writes anew with another key from',
    at: async (sql, { id, length }, position) => {
      const forger = new Secrets(Buffer.alloc(32, 7));
      const range = { upTo: length, limit: Number(length) };
      const entries = await readChained(sql, id, { position, id: 0n }, range);
      const [first] = await sql.query<{ hash: Buffer }[]>(
        'SELECT hash FROM audit_entries WHERE chain = ? AND position = ?',
        [id, position - 1n],
      );
      let place = { position: position - 1n, hash: first?.hash ?? Buffer.alloc(32) };
      for (const { content } of entries) {
        const lie = { ...content, action: 'nothing.happened' };
        place = placeBehind(forger, place, lie);
        await sql.query('UPDATE audit_entries SET action = ?, seal = ?, hash = ? WHERE id = ?', [
          ...[lie.action, sealOf(forger, lie), place.hash],
          content.id,
        ]);
      }
      return { kind: 'CHANGED', position };
    },
  },
];

export const TAMPERINGS: readonly Tampering[] = [...edits, ...removals, ...others];
