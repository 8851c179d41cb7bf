import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { createSchema } from '../../src/app/schema.js';
import { LIMITS } from '../../src/config/limits.js';
import { report } from '../support/figures.js';
import { startWorld, type World } from '../support/world.js';
import { typeNamesIn } from './answers.js';
import { inputOf, type Slot } from './arguments.js';
import { fillingWith } from './fillings.js';
import { firstOfStream } from './first-of-stream.js';
import { operationOf, placesOf, Prober, titleOf, type Probe } from './probes.js';
import { isRefusal, unwrapped } from './schema-walk.js';
import { everyExample } from './tenants.js';
import { UNMETERED } from './unmetered.js';

/** More than any list of a request may have. */
const TOO_MANY = 10_001;
const MESSAGES_TOO_MANY = LIMITS.messagesPerBatch + 1;

/** One item of lists of text, by field. */
const ITEMS: Readonly<Record<string, unknown>> = {
  to: 'ann@example.test',
  cc: 'ann@example.test',
  bcc: 'ann@example.test',
  replyTo: 'ann@example.test',
  recipients: 'ann@example.test',
  headers: { name: 'X-Long', value: 'List' },
  attachments: { filename: 'a.txt', content: 'YQ==' },
};

/** Every list that a request can bring has an end, and going over it is told as such. */
describe('M-12 lists in requests', () => {
  const schema = createSchema();
  const lists = placesOf(schema).filter(({ slot }) => unwrapped(slot.type).isList);
  let world: World;
  let prober: Prober;
  let means: Parameters<typeof fillingWith>[1];

  beforeAll(async () => {
    world = await startWorld({ roles: ['api', 'worker'], settings: UNMETERED });
    const tenant = await world.aServer({ verifiedDomain: 'own.test' });
    const objects = await everyExample(world, tenant, 'own.test');
    means = { objects, email: 'a@b.test', password: 'long enough for us', domain: 'own.test' };
    prober = new Prober(schema, means, objects, true);
    report(`M-12: ${lists.length} lists in requests`);
  });
  afterAll(() => world.stop());

  it.each(lists.map((probe) => [titleOf(probe), probe] as const))('%s', async (title, probe) => {
    const items = Array.from({ length: lengthFor(probe.slot) }, () => itemOf(probe.slot));
    const answer = await ask(probe, items);
    // what asks for a subscription is too large before its list is looked at
    const isTooLarge = title.startsWith('Subscription.');
    expect(answer).toMatch(isTooLarge ? /BAD_REQUEST/ : /BAD_USER_INPUT|refused/);
  });

  it('are taken where they are short (control)', async () => {
    const probe = lists.find(({ slot }) => slot.path === 'sendMessage.input.to')!;
    expect(await ask(probe, ['ann@example.test'])).toBe('taken');
  });

  async function ask(probe: Probe, items: readonly unknown[]): Promise<string> {
    const call = prober.call(probe, 'a', items);
    const { document, variables } = operationOf(schema, probe, [call]);
    const { data, errors } =
      probe.operation === 'subscription'
        ? await firstOfStream(world.admin, 'a', { document, variables })
        : await world.admin.ask<object, object>(document, variables);
    const code = errors?.[0]?.extensions?.['code'];
    if (typeof code === 'string') return code;
    const types = typeNamesIn(data).map((name) => schema.getType(name)!);
    return types.some((type) => isRefusal(type)) ? 'refused' : 'taken';
  }

  /** Whole messages are many bytes each. */
  function lengthFor({ name }: Slot): number {
    return name === 'messages' ? MESSAGES_TOO_MANY : TOO_MANY;
  }

  function itemOf({ name, type, path, owner }: Slot): unknown {
    const inner = getNamedType(type);
    if (ITEMS[name] !== undefined) return ITEMS[name];
    if (isEnumType(inner)) return inner.getValues()[0]!.name;
    const filling = fillingWith(schema, means);
    if (isInputObjectType(inner)) {
      const args = Object.values(inner.getFields()) as unknown as Parameters<
        typeof inputOf
      >[0]['args'];
      return inputOf({ name: inner.name, args }, filling);
    }
    const value = filling({ name, type, path, owner, isRequired: true });
    return Array.isArray(value) ? value[0] : value;
  }
});
