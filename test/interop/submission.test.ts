import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { CLIENTS, type Submission } from './clients.js';
import { arrives, mail } from './mail.js';

const MAX_BYTES = 65_536;
const ALL = Object.keys(CLIENTS) as (keyof typeof CLIENTS)[];

let world: World;
let shop: Tenant;
beforeAll(async () => {
  world = await startWorld({ settings: { MAX_MESSAGE_BYTES: String(MAX_BYTES) } });
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
  await createCredential(world.admin, shop.serverId, 'SMTP_IP', { network: '127.0.0.1/32' });
});
afterAll(() => world.stop());

const DOORS = [
  { door: 'SMTP_LISTEN', security: 'starttls' },
  { door: 'SUBMISSIONS_LISTEN', security: 'implicit' },
  { door: 'SUBMISSION_LISTEN', security: 'starttls' },
] as const;
const WAYS = ALL.flatMap((client) =>
  DOORS.flatMap((way) =>
    (['PLAIN', 'LOGIN'] as const).map((mechanism) => ({ client, ...way, mechanism })),
  ),
);

describe('C-15 submission', () => {
  it.each(WAYS)('takes mail from $client over $door with AUTH $mechanism', async (way) => {
    const { client, door, security, mechanism } = way;
    const to = `${client}-${door}-${mechanism}@example.test`.toLowerCase();
    const login = { ...(await shop.smtpLogin()), mechanism };
    const submission = { ...world.address(door), security, login, ...mail({ to }) };

    expect(await CLIENTS[client](submission)).toBeNull();

    await arrives(world, submission);
    const [received] = receivedFields(world.mailbox(to).mails[0]!.raw);
    expect(received).toContain('with ESMTPSA');
    expect(received).toContain(`for <${to}>`);
  });

  it.each(ALL)('takes mail from %s without login at an SMTP_IP credential', async (client) => {
    const to = `${client}-by-address@example.test`;
    const submission = { ...world.address('SMTP_LISTEN'), ...mail({ to }) };

    expect(await CLIENTS[client]({ ...submission, security: 'clear' })).toBeNull();

    await arrives(world, submission);
  });
});

interface Refusal {
  readonly what: string;
  readonly reply: RegExp;
  readonly clients: readonly (keyof typeof CLIENTS)[];
  readonly change: (submission: Submission) => Partial<Submission>;
}

const REFUSALS: readonly Refusal[] = [
  {
    what: 'a wrong password',
    reply: /^535 5\.7\.8 /,
    clients: ALL,
    change: ({ login }) => ({ login: login && { ...login, password: 'wrong' } }),
  },
  {
    what: 'a From that is not verified',
    reply: /^550 5\.7\.1 .*stranger\.test/,
    clients: ALL,
    change: ({ to }) => mail({ to, from: 'app@stranger.test' }),
  },
  {
    what: 'a message whose declared size is too large',
    reply: /^552 5\.3\.4 /,
    clients: ['curl', 'smtplib'],
    change: ({ to }) => mail({ to, body: 'Much. '.repeat(10).concat('\r\n').repeat(1_100) }),
  },
  {
    what: 'a message whose undeclared size is too large',
    reply: /^552 5\.3\.4 /,
    clients: ['swaks', 'nodemailer'],
    change: ({ to }) => mail({ to, body: 'Much. '.repeat(10).concat('\r\n').repeat(1_100) }),
  },
  {
    what: 'a bare LF in the body',
    reply: /^550 5\.6\.0 Line 7 .*bare line feed/,
    clients: ['swaks', 'curl', 'smtplib'], // nodemailer mends line ends before it sends
    change: ({ to }) => mail({ to, body: 'One\nTwo\r\n' }),
  },
];

describe('C-15 refusals', () => {
  it.each(REFUSALS)('tells every client about $what, and stores nothing', async (refusal) => {
    const before = await stored(world);
    const sessions = refusal.clients.flatMap((client) =>
      DOORS.map(async ({ door, security }) => {
        const made = await createCredential(world.admin, shop.serverId, 'SMTP'); // guesses are counted by account
        const account = { username: made.username ?? '', password: made.secret };
        const login = { ...account, mechanism: 'PLAIN' as const };
        const to = 'nobody@example.test';
        const good = { ...world.address(door), security, login, ...mail({ to }) };
        return CLIENTS[client]({ ...good, ...refusal.change(good) });
      }),
    );

    for (const reply of await Promise.all(sessions)) expect(reply).toMatch(refusal.reply);

    expect(await stored(world)).toEqual(before);
    expect(world.mailbox('nobody@example.test').mails).toEqual([]);
  });
});

function receivedFields(raw: Buffer): string[] {
  const header = raw.toString().split('\r\n\r\n', 1)[0] ?? '';
  const fields = header.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return fields.filter((field) => field.startsWith('Received: '));
}

/** Rows of everything that an accepted message leaves behind. */
async function stored({ database }: World): Promise<Record<string, string>> {
  const tables = ['messages', 'message_contents', 'deliveries'];
  const counts = await Promise.all(
    tables.map((table) => database.query<{ n: bigint }[]>(`SELECT COUNT(*) n FROM ${table}`)),
  );
  return Object.fromEntries(tables.map((table, index) => [table, String(counts[index]?.[0]?.n)]));
}
