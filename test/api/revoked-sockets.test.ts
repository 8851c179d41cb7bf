import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS } from '../../src/config/limits.js';
import { graphql } from '../gql/index.js';
import { withToken } from '../support/access-tokens.js';
import type { ApiClient } from '../support/api-client.js';
import { aPerson, type Person } from '../support/people.js';
import { SocketPeer } from '../support/socket-peer.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const HOUR_MS = 3_600_000;

/** A socket is for somebody: it does not outlive what they came in with, even when nothing is said on it. */
describe('D-07 a socket that does nothing', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer();
  });
  afterAll(() => world.stop());

  it('is closed when its API key is revoked, its neighbours are not', async () => {
    const [mine, other] = await Promise.all([aKey(), aKey()]);
    const peers = await Promise.all([mine.api, other.api].map((api) => SocketPeer.ready(api)));
    await world.admin.run(REVOKE_KEY, { input: { credentialId: mine.id } });
    expect(await peers[0]!.closed).toMatchObject({ code: 4403 });
    peers[1]!.say({ type: 'ping' });
    expect(await peers[1]!.hears()).toEqual({ type: 'pong' });
    peers[1]!.socket.close();
  });

  it('is closed when its access token expires', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + HOUR_MS).toISOString();
    const peer = await SocketPeer.ready(await withToken(world.admin, { expiresAt }));
    world.clock.advance(HOUR_MS + 1);
    expect(await peer.closed).toMatchObject({ code: 4403 });
  });

  it('is closed when its session is signed out', async () => {
    const ann = await aPerson(world.admin, 'ann@sockets.test');
    const peer = await SocketPeer.ready(ann.api);
    await ann.api.run(SIGN_OUT);
    expect(await peer.closed).toMatchObject({ code: 4403 });
  });

  it('is closed when its user is deleted', async () => {
    const ben = await aPerson(world.admin, 'ben@sockets.test');
    const peers = await Promise.all([
      SocketPeer.ready(ben.api),
      SocketPeer.ready(await token(ben)),
    ]);
    const { deleteUser } = await world.admin.run(DELETE_USER, { input: { userId: ben.userId } });
    expect(deleteUser.__typename).toBe('DeleteUserSuccess');
    for (const peer of peers) expect(await peer.closed).toMatchObject({ code: 4403 });
  });

  it('does not keep its session from being idle', async () => {
    const cleo = await aPerson(world.admin, 'cleo@sockets.test');
    const peer = await SocketPeer.ready(cleo.api);
    world.clock.advance(48 * HOUR_MS);
    await delay(1.5 * LIMITS.loginRecheckMs); // it is looked at, and still holds
    expect(peer.socket.readyState).toBe(peer.socket.OPEN);
    world.clock.advance(25 * HOUR_MS); // three days since anything was asked for
    expect(await peer.closed).toMatchObject({ code: 4403 });
  });

  const token = ({ api }: Person): Promise<ApiClient> =>
    withToken(api, { expiresAt: new Date(world.clock.now().getTime() + HOUR_MS).toISOString() });

  async function aKey(): Promise<{ readonly id: string; readonly api: ApiClient }> {
    const { id, secret } = await createCredential(world.admin, shop.serverId, 'API');
    return { id, api: world.admin.bearer(secret) };
  }

  const REVOKE_KEY = graphql(`
    mutation RevokeUnderSocket($input: RevokeCredentialInput!) {
      revokeCredential(input: $input) {
        __typename
      }
    }
  `);
  const SIGN_OUT = graphql(`
    mutation SignOutUnderSocket {
      signOut {
        __typename
      }
    }
  `);
  const DELETE_USER = graphql(`
    mutation DeleteUnderSocket($input: DeleteUserInput!) {
      deleteUser(input: $input) {
        __typename
      }
    }
  `);
});
