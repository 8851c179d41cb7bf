import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the answer is there, the longer it takes the less often; fails with the last answer when it does not come in time. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  isRight: (answer: T) => boolean,
  timeoutMs = 60_000,
): Promise<T> {
  const began = Date.now();
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    const tookMs = Date.now() - began;
    if (tookMs > timeoutMs)
      throw new Error(`it never came; the last answer was ${describe(answer)}`);
    await sleep(Math.min(25 + tookMs / 20, 200));
  }
}

function describe(answer: unknown): string {
  return JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
