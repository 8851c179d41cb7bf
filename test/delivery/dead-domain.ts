import type { Tenant } from '../support/tenant.js';
import type { World } from '../support/world.js';

/** Of the slots, for a destination that has not shown that it is quick. */
export const SHARE = 0.25;

const PER_MESSAGE = 1_000;

/** One message to so many people at a domain; or as few as can carry them. */
export async function burden(shop: Tenant, domain: string, people: number): Promise<void> {
  for (let sent = 0; sent < people; sent += PER_MESSAGE) {
    const length = Math.min(PER_MESSAGE, people - sent);
    await shop.send({
      to: Array.from({ length }, (_, number) => `person-${sent + number}@${domain}`),
    });
  }
}

/** Domains that take their mail at once. */
export class LiveDomains {
  private readonly names: readonly string[];

  constructor(
    private readonly world: World,
    private readonly shop: Tenant,
    count: number,
  ) {
    this.names = Array.from({ length: count }, (_, number) => `live-${number}.test`);
    for (const name of this.names) world.receiver(name);
  }

  /** Sends so many messages to each, and waits until all have arrived. */
  async deliver(rounds: number, patienceMs: number): Promise<void> {
    const { sink } = this.world;
    const expected = sink.accepted + rounds * this.names.length;
    for (let round = 0; round < rounds; round += 1) {
      await this.shop.send({ to: this.names.map((name) => `ann@${name}`) });
    }
    await sink.until(() => sink.accepted >= expected, patienceMs);
  }
}

/** Slots that deliveries to a domain have just now. */
export async function slotsOf(world: World, domain: string): Promise<number> {
  const [row] = await world.database.query<{ n: bigint }[]>(
    'SELECT COUNT(*) AS n FROM queue WHERE destination = ? AND lease_token IS NOT NULL',
    [domain],
  );
  return Number(row?.n);
}

/** The most slots that the domain was seen to have, until `done`. */
export async function mostSlotsOf(
  world: World,
  domain: string,
  done: Promise<unknown>,
): Promise<number> {
  let most = 0;
  let isDone = false;
  const end = () => (isDone = true);
  done.then(end, end);
  do {
    most = Math.max(most, await slotsOf(world, domain));
  } while (!isDone);
  return most;
}
