import { randomBytes } from 'node:crypto';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { LIMITS } from '../../src/config/limits.js';
import { hashPassword } from '../../src/platform/passwords.js';
import { graphql } from '../gql/index.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import { withToken } from '../support/access-tokens.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { createCredential } from '../support/tenant.js';
import { Visitor } from '../support/visitor.js';
import type { World } from '../support/world.js';

const SIGN_IN = graphql(`
  mutation TimedSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
    }
  }
`);
const WHO = graphql(`
  query TimedWho {
    viewer {
      __typename
    }
  }
`);
const RESET = graphql(`
  mutation TimedReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      __typename
    }
  }
`);

/** Does it once, as the n-th try, and tells how long the answer took and what it was. */
export type Way = (n: number) => Promise<{ readonly ms: number; readonly answer: string }>;

/** Ways to fail at one door that a stranger must not tell from each other. */
export interface Question {
  readonly name: string;
  readonly ways: Readonly<Record<string, Way>>;
  /** How many may be under way at once. */
  readonly lanes: number;
  /** Work may depend on who is meant, because the answer does not wait for it, or comes so long after the question in any case. */
  readonly isFollowedUp?: true;
  readonly leastMs?: number;
}

/** So many users of each kind that none is tried too often; all are tried as often as those that there are not. */
const USERS = 200;
const RIGHT_BEGINNING = 20;

export async function questionsAt(world: World): Promise<Question[]> {
  await plantUsers(world);
  const shop = await world.aServer();
  const { headers } = await withToken(world.admin);
  const token = headers['authorization']!.replace('Bearer ', '');
  const key = (await createCredential(world.admin, shop.serverId, 'API')).secret;
  const smtp = await createCredential(world.admin, shop.serverId, 'SMTP');
  await plantSmtpUsers(world, smtp.id);
  const session = /posthouse_session=(\w+)/.exec(world.admin.headers['cookie'] ?? '')![1]!;
  const known = (n: number) => `known-${n % USERS}@people.test`;
  const unknown = (n: number) => `never-${n % USERS}@people.test`;
  return [
    {
      name: 'sign-in',
      lanes: 1,
      ways: {
        'unknown user': (n) => signIn(world, unknown(n)),
        'wrong password': (n) => signIn(world, known(n)),
        'user without a password': (n) => signIn(world, `empty-${n % USERS}@people.test`),
      },
    },
    bearers('access token', world, token),
    bearers('API key', world, key),
    {
      name: 'session',
      lanes: 1,
      ways: {
        'wrong at its end': () => asks(world, { cookie: `posthouse_session=${wrongEnd(session)}` }),
        'wrong altogether': () => asks(world, { cookie: `posthouse_session=${wrong(session)}` }),
      },
    },
    {
      name: 'SMTP AUTH',
      lanes: 25,
      isFollowedUp: true,
      leastMs: LIMITS.authFailureDelayMs,
      ways: {
        'unknown user': (n) => logsIn(world, `never-${n % USERS}`, wrong(smtp.secret)),
        'wrong key': (n) => logsIn(world, `timed-${n % USERS}`, wrong(smtp.secret)),
        'key wrong at its end': (n) =>
          logsIn(world, `timed-${USERS + (n % USERS)}`, wrongEnd(smtp.secret)),
      },
    },
    {
      name: 'password reset',
      lanes: 1,
      isFollowedUp: true,
      ways: {
        'unknown user': (n) => resets(world, unknown(n)),
        'known user': (n) => resets(world, known(n)),
      },
    },
  ];
}

function bearers(name: string, world: World, secret: string): Question {
  const asking = (given: string) => asks(world, { authorization: `Bearer ${given}` });
  return {
    name,
    lanes: 1,
    ways: {
      'wrong at its end': () => asking(wrongEnd(secret)),
      'wrong altogether': () => asking(wrong(secret)),
    },
  };
}

async function plantUsers({ database }: World): Promise<void> {
  const hash = await hashPassword('a password that nobody types');
  for (const [begin, kind, password] of [
    [7_100_000_000_000n, 'known', hash],
    [7_200_000_000_000n, 'empty', null],
  ] as const) {
    await database.query(
      `INSERT INTO users (id, email, name, password_hash, created_at)
       SELECT ? + seq, CONCAT(?, '-', seq, '@people.test'), 'Timed', ?, NOW(3) FROM seq_0_to_${USERS - 1}`,
      [begin, kind, password],
    );
  }
}

/** More users of the mail server that has this credential. */
async function plantSmtpUsers({ database }: World, credentialId: string): Promise<void> {
  await database.query(
    `INSERT INTO credentials (id, server_id, type, name, username, hint, secret_hash, hold, created_at)
     SELECT 7300000000000 + seq, server_id, 'SMTP', 'Timed', CONCAT('timed-', seq), 'timed', UNHEX(SHA2(seq, 256)), 0, NOW(3)
     FROM credentials, seq_0_to_${2 * USERS - 1} WHERE id = ?`,
    [decodeGlobalId(credentialId).id],
  );
}

let addresses = 0;

/** An address that has not been seen before: nobody there is counted yet. */
function newAddress(): string {
  addresses += 1;
  return `127.${100 + (addresses >> 16)}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

function stranger({ admin }: World): Visitor {
  return new Visitor(admin.url, newAddress());
}

async function timed(work: () => Promise<string>): ReturnType<Way> {
  const started = performance.now();
  const answer = await work();
  return { ms: performance.now() - started, answer };
}

function signIn(world: World, email: string): ReturnType<Way> {
  const visitor = stranger(world);
  return timed(
    async () => (await visitor.ask(SIGN_IN, { input: { email, password: 'guess' } })).text,
  );
}

/** With the right password: for comparison. */
export function signsInRight(world: World): ReturnType<Way> {
  const visitor = stranger(world);
  const input = { email: 'admin@localhost.localdomain', password: ADMIN_PASSWORD };
  return timed(async () => (await visitor.ask(SIGN_IN, { input })).text);
}

function resets(world: World, email: string): ReturnType<Way> {
  const visitor = stranger(world);
  return timed(async () => (await visitor.ask(RESET, { input: { email } })).text);
}

function asks(world: World, headers: Record<string, string>): ReturnType<Way> {
  const visitor = stranger(world).with(headers);
  return timed(async () => {
    const { status, text } = await visitor.ask(WHO);
    return `${status} ${text}`;
  });
}

async function logsIn(world: World, username: string, password: string): ReturnType<Way> {
  const localAddress = newAddress();
  const peer = await SmtpPeer.connect({ ...world.address('SUBMISSION_LISTEN'), localAddress });
  await peer.greets();
  const token = Buffer.from(`\0${username}\0${password}`).toString('base64');
  const heard = await timed(async () => {
    await peer.say(`AUTH PLAIN ${token}`);
    const reply = await peer.next();
    return `${reply?.code} ${reply?.lines.join()}`;
  });
  peer.close();
  return heard;
}

/** As long as a secret and beginning like it. */
function wrongEnd(secret: string): string {
  return secret.slice(0, RIGHT_BEGINNING) + randomText(secret.length - RIGHT_BEGINNING);
}

/** As long as a secret, and nothing of it but its prefix. */
function wrong(secret: string): string {
  const prefix = secret.slice(0, secret.indexOf('_') + 1);
  return prefix + randomText(secret.length - prefix.length);
}

function randomText(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}
