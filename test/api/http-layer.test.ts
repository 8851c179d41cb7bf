/**
 * E-14: whatever is no request, or could be two, is answered with 4xx alone, and the connection is closed.
 *
 * Control: the second request that hides in them is answered where it stands alone.
 */
import { connect } from 'node:net';
import { startWorld, type World } from '../support/world.js';
import { BAD_REQUESTS } from './bad-requests.js';

let world: World;
beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
afterAll(() => world.stop());

interface Heard {
  readonly text: string;
  readonly statuses: readonly number[];
}

/** Everything that comes back until the other side closes; fails when it does not. */
function heardOf(raw: string, timeoutMs = 20_000): Promise<Heard> {
  const { hostname, port } = new URL(world.admin.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`it stays open and said: ${text.slice(0, 500)}`));
    }, timeoutMs);
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => undefined); // a reset is an end, too
    socket.once('close', () => {
      clearTimeout(timer);
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, code]) => Number(code));
      resolve({ text, statuses });
    });
    socket.write(Buffer.from(raw, 'latin1'));
  });
}

describe('E-14 a request that is none', () => {
  it('is one of at least sixty', () => {
    expect(BAD_REQUESTS.length).toBeGreaterThanOrEqual(60);
  });

  it.each(BAD_REQUESTS)('is refused and the connection closed: $what', async ({ raw }) => {
    const { statuses, text } = await heardOf(raw);
    expect(statuses.length).toBeLessThanOrEqual(2); // a head may be refused before its body is
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
    expect(text).not.toMatch(/__typename|Query|Not found/);
  });

  it('is told from the one that hides in it (control)', async () => {
    const { statuses, text } = await heardOf(
      'GET /second HTTP/1.1\r\nHost: posthouse.test\r\nConnection: close\r\n\r\n',
    );
    expect(statuses).toEqual([404]);
    expect(text).toContain('Not found');
  });
});

describe('E-14 a request that is slow or old', () => {
  it('is not waited for: 408', async () => {
    const { statuses } = await heardOf(
      'POST /graphql HTTP/1.1\r\nHost: posthouse.test\r\n',
      60_000,
    );
    expect(statuses).toEqual([408]);
  }, 90_000);

  it('is answered and closed when it is of HTTP/1.0', async () => {
    const { statuses } = await heardOf(
      'GET /graphql?query={__typename} HTTP/1.0\r\nHost: posthouse.test\r\nAccept: application/json\r\n\r\n',
    );
    expect(statuses).toEqual([200]);
  });
});
