import { LIMITS } from '../../config/limits.js';
import type { Sql } from '../../platform/database/sql.js';
import type { Secrets } from '../../platform/secrets.js';
import { anchorSealOf, BEGINNING, sealOf, type Place } from './audit-seal.js';
import { walk, type AuditFlaw } from './audit-walk.js';
import {
  areAnchorsWhole,
  findStray,
  INSTALLATION,
  readAnchors,
  readChained,
  readWaiting,
  type Anchor,
  type SealedAnchor,
} from './audit.queries.js';

/** What a look at one chain found. */
export interface ChainVerdict {
  /** Null for the chain of the installation. */
  readonly organizationId: bigint | null;
  readonly checkedEntries: number;
  /** The last entry as the anchor has it: who keeps it elsewhere can tell later that the chain goes on from there. */
  readonly end: Place;
  readonly flaw: AuditFlaw | null;
}

const TRIES = 3;

/**
 * Looks for what was edited, removed, put in or moved in the audit log. Needs the master key, and no
 * trust in the database. Chains may grow and be cut meanwhile.
 */
export class AuditCheck {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly secrets: Secrets,
  ) {}

  /** Every chain, that of the installation first. */
  async *checkAll(): AsyncGenerator<ChainVerdict> {
    yield await this.check(null);
    let anchors = await this.anchorsFrom(INSTALLATION + 1n);
    while (anchors.length > 0) {
      for (const { chain } of anchors) yield await this.check(chain);
      anchors = await this.anchorsFrom((anchors.at(-1)?.chain ?? 0n) + 1n);
    }
  }

  /**
   * The chain of an organization, or with null that of the installation and whether there are as many
   * chains as there were. One at a time in this process.
   */
  check(organizationId: bigint | null): Promise<ChainVerdict> {
    const verdict = this.turn.then(() => this.checkNow(organizationId));
    this.turn = verdict.catch(() => undefined);
    return verdict;
  }

  private async checkNow(organizationId: bigint | null): Promise<ChainVerdict> {
    const chain = organizationId ?? INSTALLATION;
    for (let tries = 1; ; tries += 1) {
      const anchor = await this.anchorOf(chain);
      const verdict = { organizationId, ...(await this.follow(chain, anchor)) };
      if (!verdict.flaw || tries === TRIES) return verdict;
      const now = await this.anchorOf(chain);
      const wasCut = anchor !== null && now !== null && now.cutPosition !== anchor.cutPosition;
      if (!wasCut) return verdict;
    }
  }

  private async follow(
    chain: bigint,
    anchor: SealedAnchor | null,
  ): Promise<Omit<ChainVerdict, 'organizationId'>> {
    const end = anchor ? { position: anchor.position, hash: anchor.hash } : BEGINNING;
    const anchorFlaw = await this.flawOfAnchor(chain, anchor);
    if (anchorFlaw) return { checkedEntries: 0, end, flaw: anchorFlaw };
    const { checkedEntries, flaw } = anchor
      ? await this.followToEnd(anchor)
      : { checkedEntries: 0, flaw: null };
    return { checkedEntries, end, flaw: flaw ?? (await this.flawOutside(chain)) };
  }

  private async flawOfAnchor(
    chain: bigint,
    anchor: SealedAnchor | null,
  ): Promise<AuditFlaw | null> {
    const isSealed = !anchor || anchor.seal.equals(anchorSealOf(this.secrets, plain(anchor)));
    const isWhole = isSealed && (chain !== INSTALLATION || (await areAnchorsWhole(this.sql)));
    if (isWhole) return null;
    return { kind: 'ANCHOR_CHANGED', position: anchor?.position ?? null, entryId: null };
  }

  private async followToEnd(
    anchor: Anchor,
  ): Promise<Pick<ChainVerdict, 'checkedEntries' | 'flaw'>> {
    const { chain, position: upTo } = anchor;
    const range = { upTo, limit: LIMITS.auditEntriesAtOnce };
    let reached: Place = { position: anchor.cutPosition, hash: anchor.cutHash };
    let last = { position: reached.position + 1n, id: 0n };
    for (let checkedEntries = 0; ;) {
      const entries = await readChained(this.sql, chain, last, range);
      const step = walk(this.secrets, reached, entries);
      checkedEntries += Number(step.reached.position - reached.position);
      if (step.flaw) return { checkedEntries, flaw: step.flaw };
      reached = step.reached;
      const final = entries.at(-1);
      if (!final) return { checkedEntries, flaw: flawOfEnd(anchor, reached) };
      last = { position: final.position, id: final.content.id };
    }
  }

  /** Entries before the kept part or behind the end, and unchained ones that were not written by Posthouse. */
  private async flawOutside(chain: bigint): Promise<AuditFlaw | null> {
    const stray = await findStray(this.sql, chain);
    if (stray) return { kind: 'INSERTED', position: stray.position, entryId: stray.id };
    const waiting = await readWaiting(this.sql, chain, LIMITS.auditEntriesAtOnce);
    const forged = waiting.find(({ content, seal }) => !seal.equals(sealOf(this.secrets, content)));
    return forged ? { kind: 'INSERTED', position: null, entryId: forged.content.id } : null;
  }

  private async anchorOf(chain: bigint): Promise<SealedAnchor | null> {
    const [anchor] = await readAnchors(this.sql, chain, 1);
    return anchor?.chain === chain ? anchor : null;
  }

  private anchorsFrom(chain: bigint): Promise<SealedAnchor[]> {
    return readAnchors(this.sql, chain, LIMITS.auditChainsAtOnce);
  }
}

function flawOfEnd({ position, hash }: Anchor, reached: Place): AuditFlaw | null {
  const missing = reached.position + 1n;
  if (reached.position < position) return { kind: 'MISSING', position: missing, entryId: null };
  return reached.hash.equals(hash) ? null : { kind: 'ANCHOR_CHANGED', position, entryId: null };
}

function plain({ seal: _seal, ...anchor }: SealedAnchor): Anchor {
  return anchor;
}
