/**
 * D-05: a flood of sign-ins costs two computations of argon2 at a time and a short queue; who finds no place in it is
 * refused at once (TooManySignIns), and everybody else is served meanwhile. In the long run 1,000 come at once from
 * 1,000 addresses: the event loop of the API is at most 50 ms later than for as many requests that cost nothing, and its
 * memory stays bounded.
 *
 * Control: computations that nobody queues are seen side by side.
 */
import { readFileSync } from 'node:fs';
import type * as Argon2 from '@node-rs/argon2';
import { parseMetrics, sumOf } from '../start/prometheus.js';
import { graphql } from '../gql/index.js';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { itLong, report } from '../support/figures.js';
import { RunningWorld } from '../support/running-world.js';
import { Visitor } from '../support/visitor.js';
import { startWorld, type World } from '../support/world.js';

const SIGN_IN = graphql(`
  mutation FloodedSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const WHO = graphql(`
  query FloodedWho {
    viewer {
      __typename
    }
  }
`);
const AT_ONCE = 2;
const WAITING = 100;
const FLOOD = 250;
const MIB = 1_048_576;

describe('D-05 a flood of sign-ins', () => {
  /** So many strangers, each from an address of their own and with a user of their own; what they heard. */
  function flood(
    { url }: ApiClient,
    size: number,
    onAnswer: () => void = () => undefined,
  ): Promise<(string | undefined)[]> {
    const tries = Array.from({ length: size }, async (_, n) => {
      const visitor = new Visitor(url, `127.60.${n >> 8}.${n & 255}`);
      const input = { email: `flood-${n}@people.test`, password: 'a guess' };
      const { status, data } = await visitor.ask(SIGN_IN, { input });
      onAnswer();
      return status === 200 ? data?.signIn.__typename : String(status);
    });
    return Promise.all(tries);
  }

  /** As many requests that cost nothing. */
  async function burst({ url }: ApiClient, size: number): Promise<void> {
    const asked = Array.from({ length: size }, (_, n) =>
      new Visitor(url, `127.61.${n >> 8}.${n & 255}`).ask(WHO),
    );
    await Promise.all(asked);
  }

  function countsOf(heard: readonly (string | undefined)[]): Record<string, number> {
    const groups = Map.groupBy(heard, (each) => String(each));
    return Object.fromEntries([...groups].map(([name, all]) => [name, all.length]));
  }

  describe('in one process', () => {
    const argon2 = jest.requireActual<typeof Argon2>('@node-rs/argon2');
    let world: World;
    let running = 0;
    let most = 0;
    /** Resolved when computations may end. */
    let gate = Promise.withResolvers<null>();
    beforeAll(async () => {
      world = await startWorld({ roles: ['api'] });
      await flood(world.admin, 1); // what is made once
      const verify = argon2.verify;
      jest.spyOn(argon2, 'verify').mockImplementation(async (...given) => {
        running += 1;
        most = Math.max(most, running);
        await gate.promise;
        return verify(...given).finally(() => (running -= 1));
      });
    });
    beforeEach(() => {
      most = 0;
      gate = Promise.withResolvers();
    });
    afterAll(() => {
      jest.restoreAllMocks();
      return world.stop();
    });

    it('is taken two at a time, refused beyond the queue, and keeps nobody else waiting', async () => {
      const refused = FLOOD - AT_ONCE - WAITING;
      let heard = 0;
      const flooding = flood(world.admin, FLOOD, () => (heard += 1));
      await eventually(
        () => heard,
        (count) => count === refused,
      );
      const { data } = await world.admin.ask<{ viewer: object }, object>(
        '{ viewer { permissions } }',
      );
      expect(data?.viewer).toBeDefined();
      gate.resolve(null);
      expect(countsOf(await flooding)).toEqual({
        SignInRefused: AT_ONCE + WAITING,
        TooManySignIns: refused,
      });
      expect(most).toBe(AT_ONCE);
    });

    it('would be seen side by side if nobody queued it (control)', async () => {
      gate.resolve(null);
      const hash = await argon2.hash('a password');
      await Promise.all(Array.from({ length: 8 }, () => argon2.verify(hash, 'a guess')));
      expect(most).toBe(8);
    });
  });

  itLong('of 1,000 leaves the event loop alive and the memory bounded', async () => {
    const world = await RunningWorld.start();
    try {
      const pid = world.pidOf('api-1')!;
      await flood(world.admin, 4); // what is loaded once
      const lagMs = async () => {
        const page = await fetch(`${world.posthouse.addresses.ops}/metrics`);
        const samples = parseMetrics(await page.text());
        const of = { process: 'api-1' };
        return 1_000 * sumOf(samples, 'posthouse_nodejs_eventloop_lag_p99_seconds', of);
      };
      await burst(world.admin, 1_000);
      await lagMs(); // begins to measure anew
      await burst(world.admin, 1_000);
      const usual = await lagMs(); // as many requests on this machine as it is now
      const before = peakOf(pid);
      const counts = countsOf(await flood(world.admin, 1_000));
      const flooded = await lagMs();
      const grownMib = (peakOf(pid) - before) / MIB;
      report(
        `D-05: ${JSON.stringify(counts)}, lag p99 ${flooded.toFixed(1)} ms, without sign-ins ${usual.toFixed(1)} ms, memory +${grownMib.toFixed(0)} MiB`,
      );
      expect(counts['TooManySignIns']).toBeGreaterThan(0);
      expect(Object.keys(counts).sort()).toEqual(['SignInRefused', 'TooManySignIns']);
      expect(flooded).toBeLessThanOrEqual(50 + usual);
      expect(grownMib).toBeLessThanOrEqual(256);
    } finally {
      await world.stop();
    }
  });
});

/** The most memory that a process ever had, in bytes. */
function peakOf(pid: number): number {
  const [, kib = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kib) * 1_024;
}
