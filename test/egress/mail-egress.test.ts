/**
 * F-05: a tenant's DNS does not make us connect to what is ours or the operator's: not to a private
 * address, however it is written or reached, not to our own listeners, and to no port but that of mail.
 *
 * Control: with a guard that lets everything pass, connections are seen where none may be.
 */
import { loadConfig } from '../../src/config/config.js';
import { EgressGuard } from '../../src/platform/egress/egress-guard.js';
import { graphql } from '../gql/index.js';
import { eventually } from '../support/eventually.js';
import { sendRaw } from '../support/raw-submission.js';
import { succeeded } from '../support/succeeded.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import {
  ADDRESSES,
  at,
  DETOURS,
  LITERALS,
  mxAt,
  NOWHERE,
  NO_ADDRESSES,
  type Publish,
} from './private-targets.js';
import { Trap } from './trap.js';

const RAW = Buffer.from('From: app@shop.test\r\nSubject: Hello\r\n\r\nHello.\r\n');
const REFUSED = /is not a public address|is not an IP address|is this installation itself/;

let world: World;
let shop: Tenant;
let traps: Trap[];
let allowedTrap: Trap;
beforeAll(async () => {
  world = await startWorld({
    settings: ({ dns, sink }) => ({
      SMTP_LISTEN: `127.0.0.3:${sink.port}`,
      EGRESS_ALLOW: [
        `127.0.0.1/32:${dns.port}`,
        `${sink.host}/32:${sink.port}`,
        `127.0.0.3/32:${sink.port}`,
        `127.0.0.4/32:${sink.port}`,
        '127.0.0.5/32:25',
      ].join(','),
    }),
  });
  const { port } = world.sink;
  const hosts = ['127.0.0.1', '127.0.0.2', '127.0.0.5', '127.255.255.254', '::1'];
  traps = await Promise.all(hosts.map((host) => Trap.set(host, port)));
  allowedTrap = await Trap.set('127.0.0.4', port);
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
});
afterAll(async () => {
  await Promise.all([...traps, allowedTrap].map((trap) => trap.stop()));
  await world.stop();
});

it('F-05 has enough forms', () => {
  const forms = [ADDRESSES, DETOURS, NOWHERE].flatMap((table) => Object.keys(table));
  expect(forms.length + LITERALS.length + NO_ADDRESSES.length).toBeGreaterThanOrEqual(400);
});

it('F-05 goes to port 25, unless the administrator says another', () => {
  expect(loadConfig({}).MX_PORT).toBe(25);
});

describe('F-05 mail to a domain whose DNS leads to a private address', () => {
  it.each([
    ['addresses', ADDRESSES],
    ['detours', DETOURS],
  ])('is refused without a connection: %s', async (group, table) => {
    for (const [form, attempt] of await sentTo(publish(group, table))) {
      expect([form, attempt]).toEqual([form, refusedAttempt]);
    }
    expect(connections()).toBe(0);
  });

  it('is refused where the recipient names the address', async () => {
    const recipients = new Map(
      LITERALS.map((literal) => [literal, `ann@${literal.toLowerCase()}`]),
    );

    for (const [form, attempt] of await sentTo(recipients)) {
      expect([form, attempt]).toEqual([form, refusedAttempt]);
    }
    expect(connections()).toBe(0);
  });

  it('is looked up again where the DNS names no host at all', async () => {
    for (const [form, attempt] of await sentTo(publish('nowhere', NOWHERE))) {
      const { kind, stage, enhancedCode } = attempt!.outcome;
      expect([form, kind, stage]).toEqual([form, 'DEFERRED', 'DNS']);
      expect(enhancedCode).toMatch(/^4\.(1\.2|4\.[34])$/);
      expect(attempt!.decision.reasons.length).toBeGreaterThan(0);
    }
    expect(connections()).toBe(0);
  });

  it.each(NO_ADDRESSES)('is not accepted for ann@%s', async (domain) => {
    const { errors } = await shop.api.ask(
      graphql(`
        mutation SendToNoAddress($input: SendRawMessageInput!) {
          sendRawMessage(input: $input) {
            __typename
          }
        }
      `),
      {
        input: {
          mailFrom: 'app@shop.test',
          recipients: [`ann@${domain}`],
          raw: RAW.toString('base64'),
        },
      },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('F-05 mail to an address that the administrator allows', () => {
  it('goes there, and only there', async () => {
    mxAt(world.dns, 'allowed.test', '127.0.0.4');
    const [[, attempt] = []] = await sentTo(new Map([['allowed', 'ann@allowed.test']]));

    expect(attempt?.outcome).toMatchObject({ kind: 'DEFERRED' });
    expect(attempt?.decision).toMatchObject({ host: 'mx.allowed.test', address: '127.0.0.4' });
    expect(allowedTrap.connections).toBeGreaterThan(0);
    expect(connections()).toBe(0);
  });

  it('passes over a private host beside it, and says why', async () => {
    const { dns, sink } = world;
    dns.set(
      'mixed.test',
      'MX',
      { exchange: 'inside.mixed.test', preference: 1 },
      { exchange: 'mx.mixed.test', preference: 2 },
    );
    at(dns, 'inside.mixed.test', '127.0.0.1', '::1');
    at(dns, 'mx.mixed.test', '127.0.0.2', sink.host);
    const [[, attempt] = []] = await sentTo(new Map([['mixed', 'ann@mixed.test']]));

    expect(attempt?.outcome).toMatchObject({ kind: 'DELIVERED' });
    expect(attempt?.decision).toMatchObject({ address: sink.host, port: sink.port });
    const refusals = attempt?.decision.reasons.filter(({ because }) => REFUSED.test(because));
    expect(refusals?.length).toBeGreaterThanOrEqual(2);
    expect(connections()).toBe(0);
  });
});

it('F-05 is seen to connect without a guard (control)', async () => {
  const before = connections();
  const open = jest.spyOn(EgressGuard.prototype, 'check').mockReturnValue({ allowed: true });
  try {
    await sentTo(publish('unguarded', { inside: (dns, name) => mxAt(dns, name, '127.0.0.2') }));
    expect(connections()).toBeGreaterThan(before);
  } finally {
    open.mockRestore();
  }
});

const someText = expect.any(String) as unknown;
const theRefusal = expect.stringMatching(REFUSED) as unknown;
const refusedAttempt = {
  outcome: {
    kind: 'BOUNCED',
    code: null,
    enhancedCode: '5.4.4',
    stage: 'CONNECT',
    reply: theRefusal,
  },
  decision: {
    host: someText,
    address: someText,
    port: null,
    reasons: expect.arrayContaining([{ rule: 'connect', because: theRefusal }]) as unknown,
  },
  // Every line is our own word: nothing was said or heard.
  transcript: expect.stringMatching(/^(?:\d+ \*: .*\n)*$/) as unknown,
};

function connections(): number {
  return traps.reduce((sum, trap) => sum + trap.connections, 0);
}

/** A domain of its own for each form; the recipient there. */
function publish(group: string, table: Readonly<Record<string, Publish>>): Map<string, string> {
  return new Map(
    Object.entries(table).map(([form, lead], index) => {
      const domain = `${group}-${index}.test`;
      lead(world.dns, domain);
      return [form, `ann@${domain}`];
    }),
  );
}

/** As many as one page of the API has. */
const PAGE = 100;

/** Sends to all of them and waits for the first attempt of each; the attempts, by form. */
async function sentTo(recipients: ReadonlyMap<string, string>) {
  const all = [...recipients];
  const pages = Array.from({ length: Math.ceil(all.length / PAGE) }, (_, page) =>
    all.slice(page * PAGE, (page + 1) * PAGE),
  );
  const attempts = await Promise.all(pages.map((page) => sentAtOnce(new Map(page))));
  return attempts.flat();
}

async function sentAtOnce(recipients: ReadonlyMap<string, string>) {
  const to = [...recipients.values()];
  const mail = { from: 'app@shop.test', to: to[0]!, raw: RAW };
  const result = await sendRaw(shop, mail, { recipients: to });
  const { id } = succeeded(result, 'SendRawMessageSuccess').message;
  const deliveries = await eventually(
    () => firstAttempts(id),
    (found) =>
      found.length === to.length && found.every(({ attempts }) => attempts.nodes.length > 0),
  );
  const byRecipient = new Map(deliveries.map((one) => [one.recipient, one.attempts.nodes[0]]));
  return [...recipients].map(([form, recipient]) => [form, byRecipient.get(recipient)] as const);
}

async function firstAttempts(id: string) {
  const { node } = await shop.api.run(
    graphql(`
      query FirstAttempts($id: ID!) {
        node(id: $id) {
          ... on Message {
            deliveries(first: 100) {
              nodes {
                recipient
                attempts(first: 1) {
                  nodes {
                    outcome {
                      kind
                      code
                      enhancedCode
                      stage
                      reply
                    }
                    decision {
                      host
                      address
                      port
                      reasons {
                        rule
                        because
                      }
                    }
                    transcript
                  }
                }
              }
            }
          }
        }
      }
    `),
    { id },
  );
  return node && 'deliveries' in node ? node.deliveries.nodes : [];
}
