import { ApiClient } from '../support/api-client.js';
import { check } from '../support/checker.js';
import { LedgerDriver, type DriverOptions, type Submitter } from '../support/ledger-driver.js';
import { copiesAt, Ledger, type Entry } from '../support/ledger.js';
import type { Crash, RunningWorld } from '../support/running-world.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';

export interface LoadOptions {
  /** Begins ids and recipients. */
  readonly name: string;
  /** Of each door. */
  readonly sessions: number;
  /** Clients wait while so many mails have been begun and have not arrived. */
  readonly mostWaiting: number;
}

const LONGEST_MS = 3_600_000;
/** A session hangs up after so many messages, so that no process keeps all of them. */
const PER_SESSION = 20;

/**
 * Mail through both doors until a test has seen enough. Half of the SMTP clients have no idempotency
 * keys; all try again until they have an answer.
 */
export class Load {
  acked = 0;
  /** Tries that nobody answered. */
  unknowns = 0;
  private readonly ledgers: readonly Ledger[];
  private readonly drivers: readonly LedgerDriver[];

  constructor(
    private readonly world: RunningWorld,
    shop: Tenant,
    { name, sessions, mostWaiting }: LoadOptions,
  ) {
    const before = world.sink.accepted;
    const options: Omit<DriverOptions, 'sessions' | 'open'> = {
      ...{ messages: Infinity, resubmits: true, longestMs: LONGEST_MS },
      waitsWhile: () => this.begun - (world.sink.accepted - before) > mostWaiting,
    };
    const smtp = { sessions: sessions / 2, open: () => this.counted(new HangingUp(world, shop)) };
    const api = { sessions, open: () => this.counted(new ApiOfNow(world, shop)) };
    const clients = [
      [new Ledger(`${name}-smtp`), smtp],
      [new Ledger(`${name}-keyless`, false), smtp],
      [new Ledger(`${name}-api`), api],
    ] as const;
    this.ledgers = clients.map(([ledger]) => ledger);
    this.drivers = clients.map(([ledger, how]) => new LedgerDriver(ledger, { ...options, ...how }));
  }

  get entries(): Entry[] {
    return this.ledgers.flatMap(({ entries }) => entries);
  }

  /** Nothing new from now on. */
  async end(): Promise<void> {
    await Promise.all(this.drivers.map((driver) => driver.finish()));
  }

  /** What the checker says of it, once it has ended. */
  check(crashes: readonly Crash[] = []): Promise<string[]> {
    const { entries, world } = this;
    return check({ entries, copies: copiesAt(world.sink), database: world, crashes });
  }

  private get begun(): number {
    return this.ledgers.reduce((sum, { entries }) => sum + entries.length, 0);
  }

  /** As it goes: to count all entries again and again would be a load of its own. */
  private counted(submitter: Submitter): Submitter {
    const submit = async (entry: Entry) => {
      const answer = await submitter.submit(entry);
      this.acked += Number(answer.verdict === 'acked');
      this.unknowns += Number(answer.verdict === 'unknown');
      return answer;
    };
    return { submit, close: () => submitter.close() };
  }
}

class HangingUp implements Submitter {
  private readonly session: SmtpSubmitter;
  private count = 0;

  constructor(world: RunningWorld, shop: Tenant) {
    this.session = new SmtpSubmitter(world, shop);
  }

  submit(entry: Entry) {
    this.count += 1;
    if (this.count % PER_SESSION === 0) this.session.close();
    return this.session.submit(entry);
  }

  close(): void {
    this.session.close();
  }
}

/** The API wherever it listens at the time, each request over a connection of its own. */
class ApiOfNow implements Submitter {
  constructor(
    private readonly world: RunningWorld,
    private readonly shop: Tenant,
  ) {}

  submit(entry: Entry) {
    const { graphql } = this.world.posthouse.addresses;
    if (!graphql) return Promise.resolve({ verdict: 'nacked', said: 'nobody listens' } as const);
    const { api, serverId, domain } = this.shop;
    const fresh = new ApiClient(graphql, { ...api.headers, connection: 'close' });
    return new ApiSubmitter({ api: fresh, serverId, domain }).submit(entry);
  }

  close(): void {
    // nothing stays open between two requests
  }
}
