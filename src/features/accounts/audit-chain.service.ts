import { LIMITS } from '../../config/limits.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { Sql } from '../../platform/database/sql.js';
import type { Secrets } from '../../platform/secrets.js';
import { anchorSealOf, BEGINNING, placeBehind, type Place } from './audit-seal.js';
import { walk } from './audit-walk.js';
import {
  chainsThatWait,
  deleteUpTo,
  insertAnchor,
  INSTALLATION,
  lockAnchor,
  readAnchors,
  readChained,
  readWaiting,
  setPlaces,
  updateAnchor,
  type Anchor,
  type SealedAnchor,
} from './audit.queries.js';

/**
 * Puts audit entries into chains, one for each organization and one for the installation: each entry's hash
 * is a MAC over the one before it, and the anchor of the chain says where it ends. A step is a transaction
 * under the lock of the anchor, so it may be killed anywhere and several processes may do it at once. An
 * anchor that does not bear its seal is left alone: what was changed must not be sealed again.
 */
export class AuditChain {
  constructor(
    private readonly pool: Sql & Pick<BulkPool, 'transaction'>,
    private readonly secrets: Secrets,
  ) {}

  /** Every entry that is committed by now has its place when this resolves. */
  async run(): Promise<void> {
    const waiting = (from: bigint) => chainsThatWait(this.pool, from, LIMITS.auditChainsAtOnce);
    await forEach(waiting, async (chain) => {
      while ((await this.extend(chain)) === LIMITS.auditEntriesAtOnce);
    });
  }

  /** Removes what was written before a moment from the beginning of every chain. */
  async cut(before: Date): Promise<void> {
    const all = async (from: bigint) =>
      (await readAnchors(this.pool, from, LIMITS.auditChainsAtOnce)).map(({ chain }) => chain);
    await forEach(all, async (chain) => {
      while ((await this.cutSome(chain, before)) === LIMITS.auditEntriesAtOnce);
    });
  }

  /** Answers how many entries got a place. */
  private extend(chain: bigint): Promise<number> {
    return this.pool.transaction(async (sql) => {
      const anchor = await this.lock(sql, chain);
      const entries = await readWaiting(sql, chain, LIMITS.auditEntriesAtOnce);
      let end: Place = anchor;
      const places = entries.map(({ content }) => {
        end = placeBehind(this.secrets, end, content);
        return { id: content.id, ...end };
      });
      await setPlaces(sql, places);
      await updateAnchor(sql, this.sealed({ ...anchor, ...end }));
      return entries.length;
    });
  }

  /** Looks first whether what goes is whole, for otherwise nobody could tell any more. */
  private cutSome(chain: bigint, before: Date): Promise<number> {
    return this.pool.transaction(async (sql) => {
      const anchor = await this.lock(sql, chain);
      const kept = { position: anchor.cutPosition, hash: anchor.cutHash };
      const range = { upTo: anchor.position, limit: LIMITS.auditEntriesAtOnce };
      const entries = await readChained(sql, chain, { position: kept.position, id: MAX_ID }, range);
      const firstKept = entries.findIndex(({ content }) => content.createdAt >= before);
      const old = firstKept === -1 ? entries : entries.slice(0, firstKept);
      const { reached, flaw } = walk(this.secrets, kept, old);
      if (flaw) throw new AuditChainBroken(chain);
      if (old.length === 0) return 0;
      await deleteUpTo(sql, chain, reached.position);
      const { position: cutPosition, hash: cutHash } = reached;
      await updateAnchor(sql, this.sealed({ ...anchor, cutPosition, cutHash }));
      return old.length;
    });
  }

  /** The anchor, locked, and made when the chain begins. */
  private async lock(sql: Sql, chain: bigint): Promise<Anchor> {
    const { seal, ...anchor } = (await lockAnchor(sql, chain)) ?? (await this.begin(sql, chain));
    if (!seal.equals(anchorSealOf(this.secrets, anchor))) throw new AuditChainBroken(chain);
    return anchor;
  }

  /** The anchor of the installation counts the chains, so that a whole one cannot vanish either. */
  private async begin(sql: Sql, chain: bigint): Promise<SealedAnchor> {
    if (chain === INSTALLATION) {
      await insertAnchor(sql, this.sealed(newAnchor(INSTALLATION, 0n)));
      return requireAnchor(await lockAnchor(sql, INSTALLATION));
    }
    const installation = await this.lock(sql, INSTALLATION);
    const other = await lockAnchor(sql, chain); // begun by another process while this one waited
    if (other) return other;
    const number = installation.number + 1n;
    const begun = this.sealed(newAnchor(chain, number));
    await insertAnchor(sql, begun);
    await updateAnchor(sql, this.sealed({ ...installation, number }));
    return begun;
  }

  private sealed(anchor: Anchor): SealedAnchor {
    return { ...anchor, seal: anchorSealOf(this.secrets, anchor) };
  }
}

const MAX_ID = (1n << 64n) - 1n;

/** Works on chain after chain; one that cannot be worked on does not keep the others waiting. */
async function forEach(
  list: (from: bigint) => Promise<bigint[]>,
  work: (chain: bigint) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  let chains = await list(0n);
  while (chains.length > 0) {
    for (const chain of chains) await work(chain).catch((fault: unknown) => faults.push(fault));
    chains = await list((chains.at(-1) ?? 0n) + 1n);
  }
  if (faults.length > 0)
    throw new AggregateError(faults, 'some audit chains could not be worked on');
}

function requireAnchor(anchor: SealedAnchor | null): SealedAnchor {
  if (!anchor) throw new Error('the audit chain could not be begun');
  return anchor;
}

function newAnchor(chain: bigint, number: bigint): Anchor {
  const { position, hash } = BEGINNING;
  return { chain, number, position, hash, cutPosition: position, cutHash: hash };
}

/** Something is wrong that `posthouse admin verify-audit` can name. */
class AuditChainBroken extends Error {
  constructor(chain: bigint) {
    super(`audit chain ${chain} is not as it was left: run "posthouse admin verify-audit"`);
  }
}
