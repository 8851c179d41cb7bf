import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tally } from '../support/checker.js';
import type { Copy } from '../support/copies.js';
import { explains } from '../support/ledger.js';
import type { ChaosOptions } from './options.js';
import type { Happening, Hits } from './nemesis.js';
import type { Excuse } from './watch.js';

const MOST_MYSTERIES = 10;
const NEAR_MS = 3_000;
const PROJECT = resolve(__dirname, '../..');
const LEDGER_FILE = resolve(PROJECT, 'test/ledger.jsonl');

/** One run, as it stands in test/ledger.jsonl. */
export interface Account {
  readonly at: string;
  readonly commit: string;
  readonly options: ChaosOptions;
  readonly seconds: number;
  readonly kills: number;
  readonly hits: Hits;
  readonly accepted: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly queued: number;
  /** Deliveries that were suspected of killing their workers, and released by hand at the end. */
  readonly released: number;
  readonly lost: number;
  readonly doubled: number;
  /** Where doubles came from, and how many from there. */
  readonly doubles: Readonly<Record<string, number>>;
  /** Clients that never learned what became of a submission: theirs is neither a loss nor a double. */
  readonly unknown: number;
  readonly signaturesVerified: number;
  readonly broken: readonly string[];
}

export function accountOf(
  run: Pick<
    Account,
    'options' | 'seconds' | 'kills' | 'hits' | 'released' | 'broken' | 'doubles'
  > & { readonly tally: Tally; readonly copies: readonly Copy[] },
): Account {
  const { tally, copies, ...rest } = run;
  const { acked, unknown, delivered, bounced, queued, lost, doubled } = tally;
  return {
    at: new Date().toISOString(),
    commit: commit(),
    ...rest,
    accepted: acked,
    ...{ delivered, bounced, queued, lost, doubled, unknown },
    signaturesVerified: copies.filter(({ dkim }) => dkim === 'pass').length,
  };
}

/** For each recipient that has more copies than deliveries: what became of the worker that sent one more. */
export function causesOf(
  copies: readonly Copy[],
  deliveries: ReadonlyMap<string, number>,
  excuses: readonly Excuse[],
): Record<string, number> {
  const causes: Record<string, number> = {};
  for (const [recipient, all] of Map.groupBy(copies, (copy) => copy.recipient)) {
    const surplus = all.length - (deliveries.get(recipient) ?? all.length);
    const explained = all.flatMap((copy) => {
      const excuse = excuses.find((one) => explains(one, copy));
      return excuse ? [excuse.because] : [];
    });
    for (let index = 0; index < surplus; index += 1) {
      const cause = explained[index] ?? 'unexplained';
      causes[cause] = (causes[cause] ?? 0) + 1;
    }
  }
  return causes;
}

/** Of doubles without an excuse: when each copy came, from whom, and what happened around then. */
export function mysteries(
  broken: readonly string[],
  copies: readonly Copy[],
  story: readonly Happening[],
): string {
  const recipients = broken.flatMap((line) => /^I4 .*: (\S+)$/.exec(line)?.[1] ?? []);
  return recipients
    .slice(0, MOST_MYSTERIES)
    .map((recipient) => {
      const own = copies.filter((copy) => copy.recipient === recipient);
      const [first, last] = [own[0]?.at ?? 0, own.at(-1)?.at ?? 0];
      const near = story.filter(({ at, until }) => until > first - NEAR_MS && at < last + NEAR_MS);
      const lines = [
        ...own.map(
          ({ at, helo, connection }) => [at, `copy from ${helo} over ${connection}`] as const,
        ),
        ...near.map(({ at, until, text }) => [at, `${text}, for ${until - at} ms`] as const),
      ];
      lines.sort(([one], [other]) => one - other);
      return [
        `${recipient}:`,
        ...lines.map(([at, text]) => `  ${at - first} ms: ${text}`),
        '',
      ].join('\n');
    })
    .join('');
}

/** Kept in the repository: what was shown, when, and of which commit. */
export function append(account: Account): void {
  appendFileSync(LEDGER_FILE, `${JSON.stringify(account)}\n`);
}

export function describe(account: Account): string {
  const { hits, doubles, broken } = account;
  const rows = [
    ['accepted', account.accepted],
    ['delivered', account.delivered],
    ['bounced', account.bounced],
    ['queued', account.queued],
    ['lost', account.lost],
    ['doubled', account.doubled],
    ...Object.entries(doubles).map(([cause, count]) => [`  because ${cause}`, count]),
    ['never answered', account.unknown],
    ['released by hand', account.released],
    ['signatures verified', account.signaturesVerified],
    ['kills', account.kills],
  ];
  const struck = Object.entries(hits).map(([target, { busy, ways }]) => {
    const how = Object.entries(ways).map(([way, times]) => `${way} ${times}`);
    return `  ${target.padEnd(18)} ${how.join(', ')} (busy ${busy})`;
  });
  return [
    `chaos: ${Math.round(account.seconds)} s, seed ${account.options.seed}, commit ${account.commit}`,
    ...rows.map(([name, value]) => `  ${String(name).padEnd(40)} ${String(value).padStart(8)}`),
    'chaos: what was hit',
    ...struck,
    ...broken.slice(0, 50).map((line) => `chaos: BROKEN ${line}`),
    '',
  ].join('\n');
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', PROJECT, ...args], { encoding: 'utf8' }).trim();
  try {
    const dirt = git('status', '--porcelain', '--', 'src', 'migrations') === '' ? '' : '+';
    return git('rev-parse', '--short=12', 'HEAD') + dirt;
  } catch {
    return 'unknown'; // not in a clone
  }
}
