import type { GraphQLSchema } from 'graphql';
import { notAllowed } from '../../src/api/errors.js';
import { decodeGlobalId, rowIdOf } from '../../src/api/global-ids.js';
import { createSchema } from '../../src/app/schema.js';
import type { ApiContext } from '../../src/api/context.js';
import { Caller as Rights } from '../../src/features/accounts/caller.js';
import { PERMISSIONS } from '../../src/features/accounts/policy.js';
import { ApiClient } from '../support/api-client.js';
import { figure, report } from '../support/figures.js';
import { startWorld, type World } from '../support/world.js';
import { assemble, type Caller, type Cast } from './cast.js';
import { crawl, type Seen } from './crawl.js';
import { pairsOf, sharedBy, someOf, type Pair } from './foreign-values.js';
import { listsIds, Prober, probesOf, titleOf, type Company, type Kind } from './probes.js';
import type { Examples } from './places.js';
import { rowsOf } from './rows-of.js';
import { aToken } from './tenants.js';
import { Trial } from './trial.js';
import { UNMETERED } from './unmetered.js';

/** Recipients of one message of the other tenant: each has a delivery, an attempt, events. */
const CROWD = figure({ t0: 1, long: 24 });
const CALLS = figure({ t0: 10_000, long: 20_000 });

/**
 * Whatever another tenant sees is put into every place where an id, a cursor or a word to look for
 * goes, as everybody who may come that far: alone and in lists with ids of one's own. What is
 * heard must be, byte for byte, what is heard of an id that nobody has. The places come from the
 * schema, and a type without an example fails. The controls are resolvers that know other tenants.
 */
describe('D-10 ids of another tenant', () => {
  const schema = createSchema();
  const probes = probesOf(schema);
  let world: World;
  let cast: Cast;
  let seen: Seen;
  let shared: Record<Kind, string[]>;
  let pairs: Record<Kind, Pair[]>;
  let callers: Caller[];

  beforeAll(async () => {
    world = await startWorld({ roles: ['api', 'worker'], settings: UNMETERED });
    cast = await assemble(world, CROWD);
    await world.end('worker');
    seen = await crawl(schema, cast.stranger, Object.values(cast.objects.other));
    const own = await crawl(schema, owner().client, Object.values(ownOf(owner())));
    shared = sharedBy(seen, own);
    pairs = pairsOf(seen, own);
    callers = await strongest();
  }, 600_000);
  afterAll(() => world.stop());

  function named(name: string): Caller {
    return cast.callers.find((caller) => caller.name === name)!;
  }

  function owner(): Caller {
    return named('OWNER');
  }

  function ownOf(caller: Caller): Examples {
    return { ...cast.objects.own, ...caller.personal };
  }

  /** An owner, an API key, and what an administrator may do, held in one organization by a token. */
  async function strongest(): Promise<Caller[]> {
    const { client } = await aToken(world.admin, PERMISSIONS, cast.organizationId);
    return [
      owner(),
      named('API credential'),
      { ...named('token for servers:read'), name: 'token', client },
    ];
  }

  function theirRows(): Promise<string[]> {
    const roots = [cast.objects.other['Organization']!, cast.objects.other['User']!];
    return rowsOf(
      world.database,
      roots.map((id) => BigInt(decodeGlobalId(id).id)),
    );
  }

  async function tried(caller: Caller, probe: (typeof probes)[number]): Promise<Trial> {
    const means = { ...caller, objects: ownOf(caller) };
    const prober = new Prober(schema, { ...means, domain: 'own.test' }, means.objects);
    const secrets = pairs.id.map(({ foreign }) => foreign);
    const trial = new Trial({ schema, client: caller.client, prober, secrets });
    const companies: Company[] = listsIds(probe) ? ['alone', 'first', 'last'] : ['alone'];
    const given = pairs[probe.kind];
    for (const company of companies) {
      await trial.run(probe, probe.operation === 'subscription' ? someOf(given) : given, company);
    }
    return trial;
  }

  async function triedEverywhere(caller: Caller): Promise<Trial[]> {
    const trials: Trial[] = [];
    for (const probe of probes) trials.push(await tried(caller, probe));
    return trials;
  }

  it('are there for every type that has ids', () => {
    const lacking = [...seen.ids].filter(([, ids]) => ids.size === 0).map(([type]) => type);
    expect(lacking).toEqual([]);
  });

  it('are not ids of the caller as well, but for the administrator, who is a member of both', async () => {
    const [administrator] = await world.database.query<{ id: bigint }[]>(
      'SELECT id FROM users WHERE is_admin',
    );
    const names = (values: readonly string[]) => values.map((value) => decodeGlobalId(value).id);
    expect(names([...shared.id, ...shared.cursor])).toEqual([String(administrator!.id)]);
    expect(shared.word.filter((word) => word.includes('other'))).toEqual([]);
  });

  it('are answered like ids of nobody, wherever they are put, and change nothing', async () => {
    const before = await theirRows();
    expect(before.length).toBeGreaterThan(50);
    const trials = await Promise.all(callers.map((caller) => triedEverywhere(caller)));
    const leaks = trials.flat().flatMap((trial) => trial.leaks);
    const calls = trials.flat().reduce((sum, trial) => sum + trial.calls, 0);
    report(
      `D-10: ${calls} calls with foreign ids, in ${probes.length} places, by ${callers.length} callers`,
    );
    expect(leaks).toEqual([]);
    expect(await theirRows()).toEqual(before);
    expect(calls).toBeGreaterThanOrEqual(CALLS);
  }, 1_200_000);

  describe('would be found', () => {
    const administrator = new Rights({ kind: 'user', userId: 1n, sessionId: null, tokenId: null }, [
      { in: 'installation', permissions: new Set(PERMISSIONS) },
    ]);

    async function triedWith(name: string, change: (changed: GraphQLSchema) => void) {
      const changed = createSchema();
      change(changed);
      const { client, ...owner } = callers[0]!;
      const url = await world.openApi(changed);
      const probe = probes.find((one) => titleOf(one) === name)!;
      return tried({ ...owner, client: new ApiClient(url, client.headers) }, probe);
    }

    it('if a query looked at them as an administrator (control)', async () => {
      const { leaks } = await triedWith('Query.node node.id', (changed) => {
        const { node } = changed.getQueryType()!.getFields();
        const resolve = node!.resolve!;
        node!.resolve = (root, args, context, info) =>
          resolve(root, args, { ...(context as ApiContext), caller: administrator }, info);
      });
      expect(leaks).not.toEqual([]);
    });

    it('if a subscription listened as an administrator, over SSE and WebSocket (control)', async () => {
      const name = 'Subscription.deliveryEvents deliveryEvents.serverId';
      const { leaks } = await triedWith(name, (changed) => {
        const { deliveryEvents } = changed.getSubscriptionType()!.getFields();
        const subscribe = deliveryEvents!.subscribe!;
        const refreshCaller = () => Promise.resolve(administrator);
        deliveryEvents!.subscribe = (root, args, context, info) => {
          const all = { ...(context as ApiContext), caller: administrator, refreshCaller };
          return subscribe(root, args, all, info);
        };
      });
      expect(leaks.length).toBeGreaterThanOrEqual(2);
    });

    it('if a mutation said that something is there, but not yours (control)', async () => {
      const name = 'Mutation.revokeCredential revokeCredential.input.credentialId';
      const { leaks } = await triedWith(name, (changed) => {
        const { revokeCredential } = changed.getMutationType()!.getFields();
        const resolve = revokeCredential!.resolve!;
        revokeCredential!.resolve = async (root, args, context, info) => {
          const { services, caller } = context as ApiContext;
          const { input } = args as { input: { credentialId: string } };
          const id = rowIdOf(input.credentialId, 'Credential');
          const [found] = await services.credentialIssuer.findByIds(administrator, [id]);
          if (found) throw notAllowed(caller);
          return resolve(root, args, context, info);
        };
      });
      expect(leaks).not.toEqual([]);
    });

    it('if a mutation changed them without a word (control)', async () => {
      const before = await theirRows();
      const name = 'Mutation.updateCredential updateCredential.input.credentialId';
      const { leaks } = await triedWith(name, (changed) => {
        const { updateCredential } = changed.getMutationType()!.getFields();
        const resolve = updateCredential!.resolve!;
        updateCredential!.resolve = async (root, args, context, info) => {
          const { services } = context as ApiContext;
          const { input } = args as { input: { credentialId: string } };
          const id = rowIdOf(input.credentialId, 'Credential');
          const change = { hold: false };
          await services.credentialIssuer.update(administrator, id, change).catch(() => null);
          return resolve(root, args, context, info);
        };
      });
      expect(leaks).toEqual([]);
      expect(await theirRows()).not.toEqual(before);
    });
  });
});
