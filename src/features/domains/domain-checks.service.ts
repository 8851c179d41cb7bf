import { And, IsNull, LessThanOrEqual, Not } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import { recordEvents } from '../events/event-log.js';
import type { EventPublisher } from '../events/event-publisher.service.js';
import type { NewEvent } from '../events/event.entity.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { invalid, type CheckResult } from './checks/dns-check.js';
import { announcements } from './check-announcements.js';
import { DkimKey } from './dkim-key.entity.js';
import { DomainCheck } from './domain-check.entity.js';
import type { DomainInspector } from './domain-inspector.js';
import { Domain } from './domain.entity.js';
import type { DomainService } from './domains.service.js';

export interface DomainCheckParts {
  readonly db: Database;
  readonly domains: DomainService;
  readonly inspector: DomainInspector;
  readonly publisher: EventPublisher;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly intervalMs: number;
}

const UNVERIFIED_CHECKED_MS = 14 * 24 * 3_600_000;
/** So that domains added together do not stay together. */
const JITTER = 0.1;

/**
 * Checks the DNS records of domains, when asked and by itself. Ownership once proved stays: a record that
 * vanishes is shown and announced, but stops no mail. An unanswered question changes nothing that we act on.
 */
export class DomainCheckService {
  constructor(private readonly parts: DomainCheckParts) {}

  async check(caller: Caller, id: bigint): Promise<Domain> {
    const domain = await this.parts.domains.require(caller, id, 'domains:manage');
    return this.inspect(domain, (tx, after) => this.note(tx, caller, domain, after));
  }

  /** Checks up to `limit` domains whose time has come; answers how many. Safe to run in several workers. */
  async recheckDue(limit: number): Promise<number> {
    const due = await this.parts.db.reader.find(Domain, {
      where: { checkDueAt: And(Not(IsNull()), LessThanOrEqual(this.parts.clock.now())) },
      order: { checkDueAt: 'ASC' },
      take: limit,
    });
    const claims = await Promise.all(due.map((domain) => this.claim(domain)));
    const mine = due.filter((_domain, index) => claims[index]);
    const checked = await Promise.allSettled(mine.map((domain) => this.inspect(domain)));
    const faults = checked
      .filter((one) => one.status === 'rejected')
      .map(({ reason }) => reason as unknown);
    if (faults.length > 0) throw new AggregateError(faults, 'some domains could not be checked');
    return mine.length;
  }

  /** Moving the due time is the claim: of two workers, one finds the time that it read. */
  private async claim({ id, checkDueAt, ...domain }: Domain): Promise<boolean> {
    if (!checkDueAt) return false;
    const next = this.nextCheck(domain);
    const claimed = await this.parts.db.reader.update(
      Domain,
      { id, checkDueAt },
      { checkDueAt: next },
    );
    return claimed.affected === 1;
  }

  private async inspect(domain: Domain, note?: Note): Promise<Domain> {
    const keys = await this.parts.domains.keysOf([domain.id]);
    const results = await this.parts.inspector.inspect(domain, keys);
    const settled = await this.parts.db.transaction(async (tx) => {
      const after = await this.settle(tx, domain, keys, results);
      await note?.(tx, after);
      return after;
    });
    this.parts.domains.forget();
    return settled;
  }

  /** Only what somebody asked for: checks that come by themselves are told as events. */
  private note(tx: Tx, caller: Caller, before: Domain, after: Domain): Promise<void> {
    const { id, organizationId, serverId } = after;
    const subject = { type: 'Domain', id } as const;
    const entry = { action: 'domain.checked', organizationId, serverId, subject } as const;
    return this.parts.audit.record(tx, caller, { ...entry, before, after });
  }

  private async settle(
    tx: Tx,
    { id }: Domain,
    keys: readonly DkimKey[],
    results: readonly CheckResult[],
  ): Promise<Domain> {
    const { manager } = tx;
    const now = this.parts.clock.now();
    // Also the lock that puts two checks of one domain in order; a domain deleted meanwhile is not found.
    await manager.update(Domain, { id }, { checkedAt: now });
    const domain = await manager.findOneByOrFail(Domain, { id });
    const before = await manager.findBy(DomainCheck, { domainId: id });

    const wasVerified = domain.verifiedAt !== null;
    const final = wasVerified ? results : await this.verify(tx, domain, results);
    await manager.update(Domain, { id }, { checkDueAt: this.nextCheck(domain) });
    const after = rowsOf(id, final, before, now);
    await manager.delete(DomainCheck, { domainId: id });
    await manager.insert(DomainCheck, after);
    await this.noteKeys(tx, keys, after);
    await this.announce(tx, domain, announcements(domain, wasVerified, { before, after }, now));
    return manager.findOneByOrFail(Domain, { id });
  }

  /** The unique key of verified names lets one domain through, whoever comes at the same time. */
  private async verify(
    { manager }: Tx,
    domain: Domain,
    results: readonly CheckResult[],
  ): Promise<readonly CheckResult[]> {
    const proof = results.find(({ kind }) => kind === 'OWNERSHIP');
    if (proof?.status !== 'OK') return results;
    const verifiedAt = this.parts.clock.now();
    try {
      await manager.update(Domain, { id: domain.id, verifiedAt: IsNull() }, { verifiedAt });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const fix = `${domain.name} is verified elsewhere in this installation and must be removed there first`;
      const refused = { ...proof, ...invalid(proof.expected, proof.found, fix) };
      return results.map((result) => (result === proof ? refused : result));
    }
    domain.verifiedAt = verifiedAt;
    return results;
  }

  private async noteKeys(
    { manager }: Tx,
    keys: readonly DkimKey[],
    checks: readonly Partial<DomainCheck>[],
  ): Promise<void> {
    for (const { id, algorithm } of keys) {
      const kind = algorithm === 'RSA_SHA256' ? 'DKIM_RSA' : 'DKIM_ED25519';
      const check = checks.find((one) => one.kind === kind);
      if (!check || check.status === 'UNKNOWN') continue;
      const seenPublishedAt = check.status === 'OK' ? this.parts.clock.now() : null;
      await manager.update(DkimKey, { id }, { seenPublishedAt });
    }
  }

  private async announce(
    tx: Tx,
    { organizationId, serverId }: Domain,
    news: readonly Omit<NewEvent, 'serverId'>[],
  ): Promise<void> {
    if (news.length === 0) return;
    const serverIds = serverId === null ? await serverIdsOf(tx, organizationId) : [serverId];
    const events = serverIds.flatMap((each) => news.map((event) => ({ ...event, serverId: each })));
    const recorded = await recordEvents(sqlOf(tx.manager), events);
    tx.afterCommit(() => Promise.resolve(this.parts.publisher.publish(recorded)));
  }

  private nextCheck({
    verifiedAt,
    createdAt,
  }: Pick<Domain, 'verifiedAt' | 'createdAt'>): Date | null {
    const now = this.parts.clock.now().getTime();
    if (!verifiedAt && now - createdAt.getTime() > UNVERIFIED_CHECKED_MS) return null;
    const factor = 1 + JITTER * (Math.random() * 2 - 1);
    return new Date(now + this.parts.intervalMs * factor);
  }
}

type Note = (tx: Tx, after: Domain) => Promise<void>;

function rowsOf(
  domainId: bigint,
  results: readonly CheckResult[],
  before: readonly DomainCheck[],
  checkedAt: Date,
): DomainCheck[] {
  return results.map(({ found, ...result }) => {
    const earlier = before.find(({ kind }) => kind === result.kind)?.lastKnown ?? null;
    const lastKnown = result.status === 'UNKNOWN' ? earlier : result.status;
    const row = { domainId, ...result, lastKnown, found: found.join('\n'), checkedAt };
    return Object.assign(new DomainCheck(), row);
  });
}

async function serverIdsOf({ manager }: Tx, organizationId: bigint): Promise<bigint[]> {
  const servers = await manager.find(MailServer, {
    select: { id: true },
    where: { organizationId },
  });
  return servers.map(({ id }) => id);
}
