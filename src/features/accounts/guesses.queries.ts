import type { EntityManager } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import { retryingConflicts } from '../../platform/database/conflicts.js';

export interface Tally {
  /** In the window that is still open. */
  readonly failures: number;
  /** For an account at an address: it signed in there before. */
  readonly isKnown: boolean;
  /** So far from being forgotten that nobody need write it down again. */
  readonly isFresh: boolean;
}

interface Row {
  readonly subject: Buffer;
  readonly failures: number;
  readonly ends_at: Date;
  readonly known_until: Date | null;
}

/** By subject in hexadecimal. */
export async function readTallies(
  manager: EntityManager,
  subjects: readonly Buffer[],
  now: Date,
): Promise<Map<string, Tally>> {
  if (subjects.length === 0) return new Map();
  const rows = await manager.query<Row[]>(
    `/* guesses.read */ SELECT subject, failures, ends_at, known_until FROM guesses
     WHERE subject IN (${subjects.map(() => '?').join(',')})`,
    [...subjects],
  );
  const staleBefore = now.getTime() + LIMITS.knownAddressMs / 2;
  return new Map(
    rows.map(({ subject, failures, ends_at, known_until }) => [
      subject.toString('hex'),
      {
        failures: ends_at > now ? failures : 0,
        isKnown: known_until !== null && known_until > now,
        isFresh: known_until !== null && known_until.getTime() > staleBefore,
      },
    ]),
  );
}

/** Counts one failure for each subject and tells how many there are now: no two callers get the same number. */
export async function count(
  manager: EntityManager,
  counted: readonly { readonly subject: Buffer; readonly endsAt: Date }[],
  now: Date,
): Promise<Map<string, { readonly failures: number }>> {
  if (counted.length === 0) return new Map();
  const parameters = inOrder(counted).flatMap(({ subject, endsAt }) => [subject, endsAt]);
  const statement = `/* guesses.count */ INSERT INTO guesses (subject, failures, ends_at)
     VALUES ${counted.map(() => '(?, 1, ?)').join(', ')}
     ON DUPLICATE KEY UPDATE failures = IF(ends_at <= ?, 1, failures + 1),
       ends_at = IF(ends_at <= ?, VALUES(ends_at), ends_at)
     RETURNING subject, failures`;
  const rows = await retryingConflicts(() =>
    manager.query<Pick<Row, 'subject' | 'failures'>[]>(statement, [...parameters, now, now]),
  );
  return new Map(rows.map(({ subject, failures }) => [subject.toString('hex'), { failures }]));
}

/** The failures were none. */
export async function takeBack(
  manager: EntityManager,
  counted: readonly { readonly subject: Buffer }[],
): Promise<void> {
  if (counted.length === 0) return;
  await manager.query(
    `/* guesses.takeBack */ UPDATE guesses SET failures = failures - 1
     WHERE subject IN (${counted.map(() => '?').join(',')}) AND failures > 0`,
    inOrder(counted).map(({ subject }) => subject),
  );
}

/** The account knows the address from now on, and its failures there are forgiven. */
export async function remember(
  manager: EntityManager,
  pair: Buffer,
  now: Date,
  until: Date,
): Promise<void> {
  await manager.query(
    `/* guesses.remember */ INSERT INTO guesses (subject, failures, ends_at, known_until)
     VALUES (?, 0, ?, ?) ON DUPLICATE KEY UPDATE failures = 0, known_until = VALUES(known_until)`,
    [pair, now, until],
  );
}

/** Everybody locks rows in the same order. */
function inOrder<T extends { readonly subject: Buffer }>(counted: readonly T[]): T[] {
  return [...counted].sort((one, other) => Buffer.compare(one.subject, other.subject));
}
