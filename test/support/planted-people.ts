import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import type { Role } from '../../src/features/accounts/policy.js';
import { loadMasterKey } from '../../src/platform/master-key.js';
import { hashPassword } from '../../src/platform/passwords.js';
import { Secrets } from '../../src/platform/secrets.js';
import type { ApiClient } from './api-client.js';
import type { World } from './world.js';

export interface Person {
  readonly id: bigint;
  readonly email: string;
}

/** Somebody who exists, with a password, or with a setup secret in its place. */
export async function addPerson(
  world: World,
  secret: { readonly password: string } | { readonly setupSecret: string },
): Promise<Person> {
  const id = BigInt(randomBytes(6).readUIntBE(0, 6));
  const email = `person-${id}@people.test`;
  const passwordHash = 'password' in secret ? await hashPassword(secret.password) : null;
  const setupHash = 'setupSecret' in secret ? secretsOf(world).hash(secret.setupSecret) : null;
  await world.database.query(
    `INSERT INTO users (id, email, name, password_hash, is_admin, setup_hash, setup_until, created_at)
     VALUES (?, ?, 'Somebody', ?, 0, ?, '2040-01-01', NOW(3))`,
    [id, email, passwordHash, setupHash],
  );
  return { id, email };
}

/** Somebody with a role in an organization, in a session of their own. */
export async function signedInMember(
  world: World,
  organizationId: string,
  role: Role,
): Promise<ApiClient & { readonly userId: bigint }> {
  const password = 'a password of a member';
  const person = await addPerson(world, { password });
  await world.database.query(
    'INSERT INTO members (organization_id, user_id, role, created_at) VALUES (?, ?, ?, NOW(3))',
    [decodeGlobalId(organizationId).id, person.id, role],
  );
  const api = await signIn(world, person.email, password);
  return Object.assign(api, { userId: person.id });
}

/** The API in a session of this person. */
export async function signIn(
  world: Pick<World, 'anonymous'>,
  email: string,
  password: string,
): Promise<ApiClient> {
  const { headers } = await world.anonymous.ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input: { email, password } },
  );
  return world.anonymous.cookie(headers.get('set-cookie')?.split(';', 1)[0] ?? '');
}

/** What Posthouse itself makes of secrets in this world. */
export function secretsOf({ dataDir }: Pick<World, 'dataDir'>): Secrets {
  return new Secrets(loadMasterKey(undefined, join(dataDir, 'master.key')));
}
