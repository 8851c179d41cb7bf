import { failpoint } from '#failpoint';
import type { Clock } from '../../platform/clock.js';
import type { SendResult, Transaction } from '../../platform/smtp-client/transaction.js';
import type { SigningDomain } from '../domains/domains.service.js';
import { SMALL_BYTES, type Content, type Contents, type Signed } from './contents.js';
import { dsnParameters, type ReturnPaths } from './envelope.js';
import type { Flight } from './flight.js';
import type { Lanes } from './lanes.js';
import type { Place, Seat } from './lane.js';
import { NO_DECISION, type Decision, type Outcome } from './outcome.js';
import { classifyResult } from './reply-outcome.js';
import type { Reason, RouteFailure } from './route.js';
import type { Finding } from './settlement.js';
import type { Signing } from './signing.js';
import type { Work } from './work.js';

/**
 * One attempt: content, signatures, a seat on a connection, the SMTP transaction, and what came of it.
 *
 * - A connection that ends before MAIL was answered proves nothing about the message: it is taken to
 *   another connection, and after a fresh one to another host.
 * - One that we ended at the fence of another message, while this one waited for its turn, proves nothing of the
 *   receiver either: it does not count.
 * - Once MAIL has been answered there is no other host in this attempt; above all not after the final
 *   dot: a lost reply is a deferral (4.4.2), because the message may have arrived.
 * - Right before the final dot the lease is asked: another worker's delivery is never finished, and, so that no
 *   connection is wasted on it, never begun.
 */
export class Courier {
  constructor(
    private readonly lanes: Lanes,
    private readonly contents: Contents,
    private readonly signing: Signing,
    private readonly returnPaths: ReturnPaths,
    private readonly clock: Clock,
  ) {}

  async attempt(flight: Flight): Promise<Finding | 'fenced' | 'returned'> {
    const startedAt = this.clock.now();
    const started = performance.now();
    const found = await this.carry(flight, started);
    if (found === 'fenced' || found === 'returned') return found;
    const durationMs = Math.round(performance.now() - started);
    return { ...found, startedAt, durationMs };
  }

  private async carry(flight: Flight, started: number): Promise<Carried | 'fenced' | 'returned'> {
    const { work } = flight;
    let preparing = this.prepareAhead(work);
    const avoid = new Set<string>();
    let before: Carried | null = null;
    let tries = 0;
    for (;;) {
      const place = await this.seat(work.destination, avoid);
      if (place === 'closed') return 'returned';
      if (!place.ok) return before ?? withoutSeat(place);
      try {
        preparing ??= this.prepare(work);
        const result = await this.send(flight, place, preparing);
        if (result === 'unbegun') continue; // it has cost another its flight, so this has an end
        if (result === 'fenced') return result;
        tries += 1;
        this.lanes.notePace(work.destination, (performance.now() - started) / 1_000);
        before = result.carried;
        if (!result.isUnanswered || tries === MOST_TRIES) return before;
        if (!place.isReused) avoid.add(place.connection.session.address);
      } finally {
        place.leave();
      }
    }
  }

  private seat(destination: string, avoid: ReadonlySet<string>): Promise<Place> {
    if (avoid.size === 0) return this.lanes.take(destination);
    return this.lanes.takeElsewhere(destination, avoid);
  }

  /** While a connection is found or opened, unless there will be none. */
  private prepareAhead(work: Work): Promise<Prepared> | null {
    if (this.lanes.isBroken(work.destination)) return null;
    const preparing = this.prepare(work);
    preparing.catch(() => undefined); // it is awaited later, unless there is no seat
    return preparing;
  }

  private async prepare(work: Work): Promise<Prepared> {
    const domain = await this.signing.domainOf(work);
    const returnPath = this.returnPaths.for(work, domain?.returnPathHost ?? null);
    if (work.message.sizeBytes > SMALL_BYTES) return { domain, returnPath };
    return { domain, returnPath, ready: await this.load(work, domain) };
  }

  private async load(work: Work, domain: SigningDomain | null): Promise<Ready | null> {
    const content = await this.contents.get(work);
    return content ? { content, signed: await this.signing.sign(content, domain) } : null;
  }

  private async send(
    flight: Flight,
    seat: Seat,
    preparing: Promise<Prepared>,
  ): Promise<Try | 'fenced' | 'unbegun'> {
    const { work } = flight;
    const { domain, returnPath, ready: prepared } = await preparing;
    const ready = prepared === undefined ? await this.load(work, domain) : prepared;
    if (ready === null) return { carried: CONTENT_GONE, isUnanswered: false };
    await failpoint('delivery.connected');
    if (!flight.isOurs) return 'fenced';
    const transaction = transactionOf(flight, ready, returnPath);
    const sent = await seat.connection.send(transaction);
    const failure = sent.kind === 'failed' ? sent.failure : null;
    if (failure === 'fenced' || failure === 'unbegun') return failure;
    const { signed } = ready;
    return {
      carried: carried(seat, { sent, signed, returnPath }),
      isUnanswered: isUnanswered(sent),
    };
  }
}

/** Reconnections of one attempt before it is left for later. */
const MOST_TRIES = 5;
const CLOSING = 421;

type Carried = Omit<Finding, 'startedAt' | 'durationMs'>;

interface Ready {
  readonly content: Content;
  readonly signed: Signed;
}

interface Prepared {
  readonly domain: SigningDomain | null;
  readonly returnPath: string;
  /** Null when the content is gone; absent when it is to be loaded later. */
  readonly ready?: Ready | null;
}

/** What a message met on one connection. */
interface Try {
  readonly carried: Carried;
  /** The connection ended, or the server wanted it to end, before it had answered MAIL. */
  readonly isUnanswered: boolean;
}

interface Sent {
  readonly sent: SendResult;
  readonly signed: Signed;
  readonly returnPath: string;
}

function transactionOf(flight: Flight, { content, signed }: Ready, from: string): Transaction {
  const { recipient, message } = flight.work;
  return {
    from,
    to: recipient,
    sizeBytes: signed.fields.length + content.raw.length,
    eightBit: message.eightBit,
    smtpUtf8: message.smtputf8,
    dsn: dsnParameters(flight.work),
    content: [signed.fields, content.raw],
    beforeFinalDot: () => flight.passFence(),
  };
}

function isUnanswered(sent: SendResult): boolean {
  if (sent.kind === 'reply') return sent.stage === 'mail' && sent.reply.code === CLOSING;
  return sent.kind === 'failed' && sent.stage === 'mail' && !sent.dotSent;
}

function carried(seat: Seat, { sent, signed, returnPath }: Sent): Carried {
  const { host, address, port, sourceAddress, helo, tls, extensions } = seat.connection.session;
  const { outcome, reason } = classifyResult(sent);
  const reasons: Reason[] = [
    ...seat.reasons,
    { rule: 'tls', because: tls ? 'STARTTLS was offered' : 'the server is spoken to in clear' },
    { rule: 'dkim', because: signed.because },
    reason,
  ];
  const decision: Decision = {
    ...{ host, address, port, sourceAddress, helo, tls, returnPath, reasons },
    signatures: signed.signatures,
  };
  return {
    outcome,
    decision,
    transcript: sent.transcript,
    dsnPassedOn: extensions.dsn,
  };
}

function withoutSeat({ outcome, reasons, transcript, host, address }: RouteFailure): Carried {
  const decision = { ...NO_DECISION, host, address, reasons };
  return { outcome, decision, transcript, dsnPassedOn: false };
}

const GONE: Outcome = {
  kind: 'BOUNCED',
  code: null,
  enhancedCode: '5.3.0',
  reply: 'The content of the message is no longer stored',
  stage: 'local',
};

const CONTENT_GONE: Carried = {
  outcome: GONE,
  decision: { ...NO_DECISION, reasons: [{ rule: 'content', because: GONE.reply }] },
  transcript: '',
  dsnPassedOn: false,
};
