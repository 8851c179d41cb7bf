import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the answer is there; fails with the last answer when it does not come in time. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  isRight: (answer: T) => boolean,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`it never came; the last answer was ${describe(answer)}`);
    await sleep(25);
  }
}

function describe(answer: unknown): string {
  return JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
