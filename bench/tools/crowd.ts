import { visit, type Letter, type Visit } from './visit.js';

/** What became of all who came. */
export interface Account {
  readonly accepted: number;
  readonly refused: number;
  readonly broken: number;
  /** Those who found the door so full that they did not even come. */
  readonly kept: number;
  readonly seconds: number;
  readonly slowestRefusalMs: number;
  readonly slowestAcceptanceMs: number;
}

export interface CrowdOptions {
  readonly seconds: number;
  readonly letter: Omit<Letter, 'localAddress'>;
}

const TICK_MS = 5;
const ADDRESSES = 40;
/** As many clients as one machine can be. */
const MOST_AT_ONCE = 6_000;

/** So many at once, each followed by the next; what they bring is what the system can take. */
export async function queueOf(members: number, options: CrowdOptions): Promise<Account> {
  const tally = new Tally();
  const until = performance.now() + options.seconds * 1_000;
  const member = async () => {
    while (performance.now() < until) tally.note(await visit(tally.next(options.letter)));
  };
  await Promise.all(Array.from({ length: members }, member));
  return tally.account();
}

/** So many in each second, whether those before them have been served or not; whoever is refused goes away. */
export async function streamOf(perSecond: number, options: CrowdOptions): Promise<Account> {
  const tally = new Tally();
  const startedAt = performance.now();
  const visits: Promise<void>[] = [];
  let come = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const seconds = (performance.now() - startedAt) / 1_000;
      for (const due = Math.floor(seconds * perSecond); come < due; come += 1) {
        if (tally.inside >= MOST_AT_ONCE) tally.keep();
        else visits.push(visit(tally.next(options.letter)).then((one) => tally.note(one)));
      }
      if (seconds < options.seconds) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
  const account = tally.account();
  await Promise.all(visits);
  return { ...account, ...tally.slowest() };
}

class Tally {
  inside = 0;
  private readonly startedAt = performance.now();
  private begun = 0;
  private kept = 0;
  private readonly ends = { accepted: 0, refused: 0, broken: 0 };
  private slowestRefusalMs = 0;
  private slowestAcceptanceMs = 0;

  next(letter: CrowdOptions['letter']): Letter {
    this.inside += 1;
    this.begun += 1;
    return { ...letter, localAddress: `127.9.0.${1 + (this.begun % ADDRESSES)}` };
  }

  keep(): void {
    this.kept += 1;
  }

  note({ end, ms }: Visit): void {
    this.inside -= 1;
    this.ends[end] += 1;
    if (end === 'refused') this.slowestRefusalMs = Math.max(this.slowestRefusalMs, ms);
    if (end === 'accepted') this.slowestAcceptanceMs = Math.max(this.slowestAcceptanceMs, ms);
  }

  slowest() {
    const { slowestRefusalMs, slowestAcceptanceMs } = this;
    return { slowestRefusalMs, slowestAcceptanceMs };
  }

  account(): Account {
    const seconds = (performance.now() - this.startedAt) / 1_000;
    return { ...this.ends, kept: this.kept, seconds, ...this.slowest() };
  }
}
