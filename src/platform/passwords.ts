import { hash, verify } from '@node-rs/argon2';
import { Refusal } from './refusal.js';

/** argon2id is the library's default algorithm: 19 MiB and two passes, as OWASP advises. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing holds a thread of libuv's pool and 19 MiB: a flood of sign-ins must not starve the rest. */
const AT_ONCE = 2;
const WAITING = 100;

export class TooManySignIns extends Refusal {
  readonly kind = 'busy';
  constructor(text = 'Too many sign-ins at once, try again in a moment') {
    super(text);
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password));
}

/** Whether the hash was made with less effort than is asked for today. */
export function isOutdated(passwordHash: string): boolean {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(passwordHash);
  const [memory, time] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
  return memory < COST.memoryCost || time < COST.timeCost;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new TooManySignIns();
    await new Promise<void>((resolve) => waiting.push(resolve)); // woken with the slot already ours
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
