import { LedgerDriver, type Submitter } from '../support/ledger-driver.js';
import { Ledger, type Answer, type Entry } from '../support/ledger.js';
import type { Journal } from '../support/journal.js';
import { refuse, type SinkScripts } from '../../src/demo/mail-sink/sink-script.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import type { TwoMachines } from '../support/two-machines.js';
import type { ChaosOptions } from './options.js';
import type { Watch } from './watch.js';

/** Of each of the four kinds of client. */
const SESSIONS = 8;
/** Deliveries in the queue, so that both doors and workers have work at every moment. */
const MOST_WAITING = 600;
const REPLY_MS = 20_000;
/** Of so many recipients one is unknown, and one is busy at first. */
const UNKNOWN_IN = 50;
const BUSY_IN = 20;

type Door = 'api' | 'smtp';

/** So many tenants, one for each kind of client: what stands still on behalf of one must not stop all. */
export const TENANTS = 4;

/** Clients of both doors, with and without idempotency keys, that try until they have their answer. */
export class Load {
  private readonly open = { api: 0, smtp: 0 };
  private readonly ledgers: readonly Ledger[];
  private readonly drivers: readonly LedgerDriver[];
  private readonly startedAt = Date.now();

  constructor(
    { world }: Pick<TwoMachines, 'world'>,
    tenants: readonly Tenant[],
    private readonly plan: { readonly options: ChaosOptions; readonly watch: Watch },
    journal: Journal,
  ) {
    const { options } = plan;
    const bySmtp = (shop: Tenant) => new SmtpSubmitter(world, shop, REPLY_MS);
    const byApi = (shop: Tenant) => new ApiSubmitter(shop, REPLY_MS);
    const kinds: readonly [string, boolean, Door, (shop: Tenant) => Submitter][] = [
      ['smtp', false, 'smtp', bySmtp],
      ['smtp-key', true, 'smtp', bySmtp],
      ['api', false, 'api', byApi],
      ['api-key', true, 'api', byApi],
    ];
    this.ledgers = kinds.map(([name, hasKeys]) => new Ledger(name, hasKeys, { journal }));
    this.drivers = kinds.map(([, , door, submitter], index) => {
      const ledger = this.ledgers[index]!;
      return new LedgerDriver(ledger, {
        messages: Math.ceil((options.messages ?? Infinity) / kinds.length),
        sessions: SESSIONS,
        open: () => new Counted(submitter(tenants[index]!), this.open, door, world.sink.scripts),
        resubmits: true,
        waitsWhile: () => this.mustWait(),
        longestMs: 10 * options.minutes * 60_000,
      });
    });
  }

  get submitted(): number {
    return this.ledgers.reduce((sum, { entries }) => sum + entries.length, 0);
  }

  /** Submissions at that door whose answer is awaited just now. */
  inTheAir(door: Door): number {
    return this.open[door];
  }

  /** How often each answer was heard. */
  get heard(): Readonly<Record<string, number>> {
    const all: Record<string, number> = {};
    for (const { heard } of this.ledgers) {
      for (const [said, times] of Object.entries(heard)) {
        const words = said.replace(/^no session: /, '').slice(0, 60);
        all[words] = (all[words] ?? 0) + times;
      }
    }
    return all;
  }

  /** Resolves when every message of the plan has its answer. */
  async ended(): Promise<void> {
    await Promise.all(this.drivers.map((driver) => driver.ended()));
  }

  /** Nothing new, and no further try. */
  async finish(): Promise<void> {
    await Promise.all(this.drivers.map((driver) => driver.finish()));
  }

  private mustWait(): boolean {
    const { options, watch } = this.plan;
    const { messages, minutes } = options;
    const share = (Date.now() - this.startedAt) / (minutes * 60_000);
    return watch.waiting > MOST_WAITING || (messages !== null && this.submitted > messages * share);
  }
}

/** A session that is counted while it waits, and whose recipients are not all easy. */
class Counted implements Submitter {
  constructor(
    private readonly submitter: Submitter,
    private readonly open: Record<Door, number>,
    private readonly door: Door,
    private readonly scripts: SinkScripts,
  ) {}

  async submit(entry: Entry): Promise<Answer> {
    if (entry.tries === 1) this.prepare(entry);
    this.open[this.door] += 1;
    try {
      return await this.submitter.submit(entry);
    } finally {
      this.open[this.door] -= 1;
    }
  }

  close(): void {
    this.submitter.close();
  }

  private prepare({ id, recipient }: Entry): void {
    const number = Number(id.slice(id.lastIndexOf('-') + 1));
    if (number % UNKNOWN_IN === 0) {
      this.scripts.forever(recipient, refuse('rcpt', '550 5.1.1 no such user'));
    } else if (number % BUSY_IN === 0) {
      this.scripts.next(recipient, refuse('rcpt', '450 4.2.1 busy'));
    }
  }
}
