import type { MailSink, ReceivedMail } from '../../src/demo/mail-sink/mail-sink.js';
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

  constructor(
    readonly recipient: string,
    /** The same at every try; null for a client that does not know of such keys. */
    readonly key: string | null,
  ) {}

  /** The best that the client was told. */
  get verdict(): Verdict {
    if (this.answers.some(({ verdict }) => verdict === 'acked')) return 'acked';
    return this.answers.every(({ verdict }) => verdict === 'nacked') ? 'nacked' : 'unknown';
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

/** The client's side of the truth, kept outside of Posthouse and compared with what the sink has. */
export class Ledger {
  readonly entries: Entry[] = [];

  constructor(
    /** Begins the recipients, so that each names one entry of one ledger. */
    private readonly name: string,
    private readonly hasKeys = true,
  ) {}

  open(): Entry {
    const recipient = `${this.name}-${this.entries.length + 1}@example.test`;
    const entry = new Entry(recipient, this.hasKeys ? `key of ${recipient}` : null);
    this.entries.push(entry);
    return entry;
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

  /** To be asked once nothing is left in the queue. */
  judge(sink: MailSink, crashes: readonly Crash[] = []): Judgement {
    const copies = Map.groupBy(sink.received, ({ recipient }) => recipient);
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
      unexplained: names(doubled.filter((entry) => !isExplained(copiesOf(entry), crashes))),
      refusedYetSent: names(arrived.filter(({ verdict }) => verdict === 'nacked')),
      mixedUp: names(
        arrived.filter((entry) => !copiesOf(entry).every((mail) => isOf(entry, mail))),
      ),
    };
  }

  private count(wanted: Verdict): number {
    return this.entries.filter(({ verdict }) => verdict === wanted).length;
  }
}

/** What a submission of the entry says in its body. */
export function bodyOf({ recipient }: Entry): string {
  return `This is the message to ${recipient}.`;
}

/** Each copy but the last came from a worker that was killed while it held the delivery. */
function isExplained(copies: readonly ReceivedMail[], crashes: readonly Crash[]): boolean {
  return copies
    .slice(0, -1)
    .every(({ connection, recipient }) =>
      crashes.some((crash) => crash.inFlight.has(recipient) && connection <= crash.connections),
    );
}

function isOf(entry: Entry, { raw }: ReceivedMail): boolean {
  return raw.includes(bodyOf(entry));
}

function names(entries: readonly Entry[]): string[] {
  return entries.map(({ recipient }) => recipient);
}
