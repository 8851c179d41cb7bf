import type { Dns } from './dns.js';
import type { DnsAnswer, MxRecord } from './dns-answer.js';

/** The questions of delivery. Checks of sender domains ask `Dns` itself, so that a fix is seen at once. */
export type MailDns = Pick<Dns, 'mx' | 'addresses4' | 'addresses6'>;

const FOUND_MS = 60_000;
const LONGEST_OTHERWISE_MS = 10_000;
const CAPACITY = 10_000;

/**
 * Shares answers between deliveries: 60 s for what was found, 10 s at most for all else, whatever the TTL
 * says, and one question at a time for each name.
 */
export class CachedDns implements MailDns {
  private readonly mxAnswers: AnswerCache<MxRecord>;
  private readonly answers4: AnswerCache<string>;
  private readonly answers6: AnswerCache<string>;

  constructor(
    private readonly dns: MailDns,
    /** Less than the wait before the next attempt, which must ask again. */
    otherwiseMs: number = LONGEST_OTHERWISE_MS,
    now: () => number = () => performance.now(),
  ) {
    const lifetimes = {
      foundMs: FOUND_MS,
      otherwiseMs: Math.min(otherwiseMs, LONGEST_OTHERWISE_MS),
    };
    this.mxAnswers = new AnswerCache(lifetimes, now);
    this.answers4 = new AnswerCache(lifetimes, now);
    this.answers6 = new AnswerCache(lifetimes, now);
  }

  mx(name: string): Promise<DnsAnswer<MxRecord>> {
    return this.mxAnswers.get(name, () => this.dns.mx(name));
  }

  addresses4(name: string): Promise<DnsAnswer<string>> {
    return this.answers4.get(name, () => this.dns.addresses4(name));
  }

  addresses6(name: string): Promise<DnsAnswer<string>> {
    return this.answers6.get(name, () => this.dns.addresses6(name));
  }
}

class AnswerCache<T> {
  private readonly entries = new Map<string, { answer: Promise<DnsAnswer<T>>; until: number }>();

  constructor(
    private readonly lifetimes: { readonly foundMs: number; readonly otherwiseMs: number },
    private readonly now: () => number,
  ) {}

  get(name: string, ask: () => Promise<DnsAnswer<T>>): Promise<DnsAnswer<T>> {
    const key = name.toLowerCase();
    const known = this.entries.get(key);
    if (known && known.until > this.now()) return known.answer;

    const { foundMs, otherwiseMs } = this.lifetimes;
    const entry = { answer: ask(), until: Infinity };
    void entry.answer.then(
      ({ kind }) => (entry.until = this.now() + (kind === 'found' ? foundMs : otherwiseMs)),
      () => (entry.until = 0),
    );
    this.remember(key, entry);
    return entry.answer;
  }

  private remember(key: string, entry: { answer: Promise<DnsAnswer<T>>; until: number }): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > CAPACITY && oldest !== undefined) this.entries.delete(oldest);
  }
}
