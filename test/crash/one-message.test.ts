/**
 * One idempotent send, repeated by 50 clients at once over two API processes, by header and by input, while one
 * of the processes is killed, and again after the whole house was restarted: one message, one copy.
 *
 * Control: the same sends without a key make a message each.
 */
import { print, parse } from 'graphql';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { RunningWorld } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';

const CLIENTS = 50;
const ROUNDS = figure({ t0: 1, long: 5 });
const SEND = print(
  parse(
    'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on SendMessageSuccess { message { id } } } }',
  ),
);

interface Repeat {
  readonly key: string;
  readonly by: 'header' | 'input';
}

describe('one send that is repeated', () => {
  it('is one message, over processes, kills and a restart', async () => {
    const world = await RunningWorld.start({ settings: { API_PROCESSES: '2' } });
    try {
      const shop = await world.aServer({ verifiedDomain: 'once.test' });
      world.receiver('example.test');
      for (let round = 0; round < ROUNDS; round++) {
        const key = `once-${round}`;
        const killed = world.pidOf('api-1');
        const repeats = Array.from({ length: CLIENTS }, (_, n) =>
          certainly(shop, { key, by: n % 2 === 0 ? 'header' : 'input' }),
        );
        if (killed !== null) process.kill(killed, 'SIGKILL');
        const ids = new Set(await Promise.all(repeats));
        await world.replaced('api-1', killed);
        ids.add(await certainly(shop, { key, by: 'input' }));
        expect([...ids]).toHaveLength(1);
      }
      await world.drained();

      await world.stopPosthouse();
      await world.startAgain();
      const again = await certainly(moved(shop, world), { key: 'once-0', by: 'header' });
      expect(again).toMatch(/\S/);
      await world.drained();
      expect(await messagesIn(world)).toBe(ROUNDS);
      expect(world.sink.accepted).toBe(ROUNDS);

      const plain = moved(shop, world);
      await Promise.all([send(plain, null), send(plain, null)]);
      expect(await messagesIn(world)).toBe(ROUNDS + 2); // the control
    } finally {
      await world.stop();
    }
  }, 300_000);
});

/** Asks again whenever a connection breaks, as a client does that does not know what became of its send. */
function certainly(shop: Tenant, repeat: Repeat): Promise<string> {
  return eventually(
    () => send(shop, repeat).catch(() => ''),
    (id) => id !== '',
    120_000,
  );
}

/** Over a connection of its own, so that the system spreads the clients over the processes. */
async function send(shop: Tenant, repeat: Repeat | null): Promise<string> {
  const input = { from: 'app@once.test', to: ['ann@example.test'], subject: 'Once', text: 'Once.' };
  const isHeader = repeat?.by === 'header';
  const key = repeat === null || isHeader ? {} : { idempotencyKey: repeat.key };
  const response = await fetch(shop.api.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      ...shop.api.headers,
      ...(isHeader ? { 'idempotency-key': repeat.key } : {}),
    },
    body: JSON.stringify({ query: SEND, variables: { input: { ...input, ...key } } }),
  });
  const { data } = (await response.json()) as {
    data?: { sendMessage: { message?: { id: string } } } | null;
  };
  return data?.sendMessage.message?.id ?? '';
}

/** The tenant at the address where the house is now. */
function moved(shop: Tenant, world: RunningWorld): Tenant {
  const url = world.posthouse.addresses.graphql;
  return Object.assign(Object.create(shop) as Tenant, {
    api: Object.assign(Object.create(shop.api) as Tenant['api'], { url }),
  });
}

async function messagesIn(world: RunningWorld): Promise<number> {
  const [row] = await world.query<{ n: bigint }[]>('SELECT COUNT(*) AS n FROM messages');
  return Number(row?.n);
}
