import type { Dns } from './dns.js';
import type { DnsAnswer, MxRecord } from './dns-answer.js';

/** The questions of delivery. Checks of sender domains ask `Dns` itself, so that a fix is seen at once. */
export type MailDns = Pick<Dns, 'mx' | 'addresses4' | 'addresses6'>;

const FOUND_MS = 60_000;
const OTHERWISE_MS = 10_000;
const CAPACITY = 10_000;

/**
 * Shares answers between deliveries: 60 s for what was found, 10 s for all else, whatever the TTL says, and
 * one question at a time for each name.
 */
export class CachedDns implements MailDns {
  private readonly mxAnswers: AnswerCache<MxRecord>;
  private readonly answers4: AnswerCache<string>;
  private readonly answers6: AnswerCache<string>;

  constructor(
    private readonly dns: MailDns,
    now: () => number = () => performance.now(),
  ) {
    this.mxAnswers = new AnswerCache(now);
    this.answers4 = new AnswerCache(now);
    this.answers6 = new AnswerCache(now);
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

  constructor(private readonly now: () => number) {}

  get(name: string, ask: () => Promise<DnsAnswer<T>>): Promise<DnsAnswer<T>> {
    const key = name.toLowerCase();
    const known = this.entries.get(key);
    if (known && known.until > this.now()) return known.answer;

    const entry = { answer: ask(), until: Infinity };
    void entry.answer.then(
      ({ kind }) => (entry.until = this.now() + (kind === 'found' ? FOUND_MS : OTHERWISE_MS)),
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
