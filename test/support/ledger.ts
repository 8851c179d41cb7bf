import type { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { copyOf, hashOfBody, type Copy } from './copies.js';
import { readJournal, type Journal } from './journal.js';
import type { Crash } from './running-world.js';

/**
 * What a client knows after one try: taken (250, a success), refused (any other reply), or nothing,
 * because the connection ended after the message had left.
 */
export type Verdict = 'acked' | 'nacked' | 'unknown';

export interface Answer {
  readonly verdict: Verdict;
  /** Reply code, error code or what happened to the connection. */
  readonly said: string;
}

/** One message that somebody wants delivered, however often it is submitted. */
export class Entry {
  readonly answers: Answer[] = [];
  /** Submissions that have begun. */
  tries = 0;

  constructor(
    /** Unique: it is in the header, in the body and in the key of each submission. */
    readonly id: string,
    readonly recipients: readonly string[],
    /** The same at every try; null for a client that does not know of such keys. */
    readonly key: string | null,
    /** The body is at least so long. */
    readonly bodyBytes: number,
  ) {}

  /** The only recipient, or the first. */
  get recipient(): string {
    return this.recipients[0] ?? '';
  }

  /** The best that the client was told; a try without an answer tells nothing. */
  get verdict(): Verdict {
    if (this.answers.some(({ verdict }) => verdict === 'acked')) return 'acked';
    if (this.tries > this.answers.length) return 'unknown';
    return this.answers.every(({ verdict }) => verdict === 'nacked') ? 'nacked' : 'unknown';
  }

  /** How many submissions may have been taken. */
  get mayBeTaken(): number {
    const nacked = this.answers.filter(({ verdict }) => verdict === 'nacked').length;
    return Math.max(this.tries, this.answers.length) - nacked;
  }
}

export interface Judgement {
  readonly acked: number;
  readonly nacked: number;
  readonly unknown: number;
  /** Acknowledged, and never arrived. */
  readonly lost: readonly string[];
  /** Arrived more than once. */
  readonly doubled: readonly string[];
  /** Of these, the ones that no crash between the final dot and its commit explains. */
  readonly unexplained: readonly string[];
  /** Arrived although every try had been answered with a refusal. */
  readonly refusedYetSent: readonly string[];
  /** Arrived with the content of another message. */
  readonly mixedUp: readonly string[];
}

export interface LedgerOptions {
  /** Recipients of each message; one unless said otherwise. */
  readonly recipients?: number;
  /** Least length of each body. */
  readonly bodyBytes?: number;
  /** Where every try and every answer is on disk before the next step. */
  readonly journal?: Journal;
}

interface Line {
  readonly id: string;
  readonly recipients?: readonly string[];
  readonly key?: string | null;
  readonly bodyBytes?: number;
  readonly answer?: Answer;
}

/** The client's side of the truth, kept outside of Posthouse and compared with what the sink has. */
export class Ledger {
  readonly entries: Entry[] = [];

  constructor(
    /** Begins ids and recipients, so that each names one entry of one ledger. */
    private readonly name: string,
    private readonly hasKeys = true,
    private readonly options: LedgerOptions = {},
  ) {}

  /** From the journal of a client that has ended, whatever its end. */
  static read(path: string): Entry[] {
    const entries = new Map<string, Entry>();
    for (const line of readJournal<Line>(path)) {
      const { id, recipients = [], key = null, bodyBytes = 0, answer } = line;
      const entry = entries.get(id) ?? new Entry(id, recipients, key, bodyBytes);
      entries.set(id, entry);
      if (answer) entry.answers.push(answer);
      else entry.tries += 1;
    }
    return [...entries.values()];
  }

  open(): Entry {
    const { recipients: count = 1, bodyBytes = 0 } = this.options;
    const id = `${this.name}-${this.entries.length + 1}`;
    const recipients =
      count === 1
        ? [this.recipientOf(this.entries.length + 1)]
        : Array.from({ length: count }, (_, index) => `${id}.${index + 1}@example.test`);
    const entry = new Entry(id, recipients, this.hasKeys ? `key of ${id}` : null, bodyBytes);
    this.entries.push(entry);
    return entry;
  }

  /** The recipient of the message with this number, where messages have one recipient. */
  recipientOf(number: number): string {
    return `${this.name}-${number}@example.test`;
  }

  /** Written down before anything is said to Posthouse. */
  async willTry(entry: Entry): Promise<void> {
    entry.tries += 1;
    const { id, recipients, key, bodyBytes } = entry;
    await this.options.journal?.write({ id, recipients, key, bodyBytes } satisfies Line);
  }

  async heardFor(entry: Entry, answer: Answer): Promise<void> {
    entry.answers.push(answer);
    await this.options.journal?.write({ id: entry.id, answer } satisfies Line);
  }

  get acked(): number {
    return this.count('acked');
  }

  /** How often each answer was heard. */
  get heard(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { answers } of this.entries) {
      for (const { said } of answers) counts[said] = (counts[said] ?? 0) + 1;
    }
    return counts;
  }

  /** A summary without the database, once nothing is left in the queue; `check` looks at everything. */
  judge(sink: Pick<MailSink, 'received'>, crashes: readonly Crash[] = []): Judgement {
    const copies = Map.groupBy(copiesAt(sink), ({ recipient }) => recipient);
    const copiesOf = ({ recipient }: Entry) => copies.get(recipient) ?? [];
    const arrived = this.entries.filter((entry) => copiesOf(entry).length > 0);
    const doubled = this.entries.filter((entry) => copiesOf(entry).length > 1);
    return {
      acked: this.acked,
      nacked: this.count('nacked'),
      unknown: this.count('unknown'),
      lost: names(
        this.entries.filter((entry) => entry.verdict === 'acked' && !arrived.includes(entry)),
      ),
      doubled: names(doubled),
      unexplained: names(
        doubled.filter((entry) => {
          const all = copiesOf(entry);
          return explained(all, crashes).length < all.length - 1;
        }),
      ),
      refusedYetSent: names(arrived.filter(({ verdict }) => verdict === 'nacked')),
      mixedUp: names(
        arrived.filter((entry) => !copiesOf(entry).every((copy) => isOf(entry, copy))),
      ),
    };
  }

  private count(wanted: Verdict): number {
    return this.entries.filter(({ verdict }) => verdict === wanted).length;
  }
}

/** What a submission of the entry says in its body: short lines of ASCII, which arrive as they are. */
export function bodyOf({ id, recipients, bodyBytes }: Entry): string {
  const filling = Array.from({ length: Math.ceil(bodyBytes / 70) }, () => FILLING);
  return [`This is message ${id} to`, ...recipients, ...filling].join('\r\n');
}

const FILLING = 'x'.repeat(68);

/** What a sink has kept in memory. */
export function copiesAt({ received }: Pick<MailSink, 'received'>): Copy[] {
  return received.map((mail) => copyOf(mail, null));
}

/** The copies that came from a worker which was killed while it held the delivery. */
export function explained(copies: readonly Copy[], crashes: readonly Crash[]): Copy[] {
  return copies.filter((copy) => crashes.some((crash) => explains(crash, copy)));
}

/** Whether it came from that worker, which held the delivery then. */
export function explains(crash: Crash, { helo, connection, recipient }: Copy): boolean {
  const isOfAnother = crash.helo !== undefined && crash.helo !== helo;
  return !isOfAnother && crash.inFlight.has(recipient) && connection <= crash.connections;
}

export function isOf(entry: Entry, { bodySha256 }: Copy): boolean {
  return bodySha256 === hashOfBody(bodyOf(entry));
}

function names(entries: readonly Entry[]): string[] {
  return entries.map(({ recipient }) => recipient);
}
