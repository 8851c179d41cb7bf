import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { EgressGuard } from '../../src/platform/egress/egress-guard.js';
import { guardedConnect } from '../../src/platform/egress/guarded-connect.js';

const NOT_PUBLIC = `
  0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.8.9.10 169.254.169.254
  172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.9 192.88.99.1 192.168.0.1 192.168.255.255
  198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  :: ::1 ::7f00:1 ::808:808 0:0:0:0:0:0:8.8.8.8 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1
  64:ff9b::7f00:1 64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1 2001:20::1 2001:1ff::1
  2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 fc00::1 fd00::1 fdff:ffff::1 fe80::1 febf::1
  fec0::1 ff02::1 ff0e::1 4000::1 8000::1 5f00::1 1::1`;
const NOT_ADDRESSES = `
  127.1 0177.0.0.1 0x7f.0.0.1 2130706433 localhost example.test fe80::1%lo fe80::1%1 [::1] 127.0.0.1. 1.2.3
  １.2.3.4 1.2.3.4/32 ::ffff:127.1 ::127.0.0.1 ::8.8.8.8`;
const PUBLIC = `
  1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 169.253.0.1
  172.15.0.1 172.32.0.1 192.0.1.1 192.167.0.1 198.17.0.1 198.20.0.1 223.255.255.255 ::ffff:8.8.8.8
  2001:200::1 2001:4860:4860::8888 2003::1 2606:4700::1111 2a00::1`;

describe('the egress guard', () => {
  const guard = new EgressGuard([]);

  it.each(words(NOT_PUBLIC))('refuses %s', (address) => {
    expect(guard.check(address, 25)).toEqual({
      allowed: false,
      reason: expect.stringContaining('not a public') as string,
    });
  });

  it.each(words(NOT_ADDRESSES))('does not take %s for an address', (address) => {
    expect(guard.check(address, 25)).toEqual({
      allowed: false,
      reason: expect.stringContaining('not an IP') as string,
    });
  });

  it.each(words(PUBLIC))('allows %s', (address) => {
    expect(guard.check(address, 25)).toEqual({ allowed: true });
  });

  it('extends its table by what the administrator allows, port by port', () => {
    const extended = new EgressGuard(['127.0.0.0/8:2500', '[fd00::/8]:*', '10.1.0.0/16:53']);

    expect(extended.check('127.9.9.9', 2500).allowed).toBe(true);
    expect(extended.check('::ffff:127.9.9.9', 2500).allowed).toBe(true);
    expect(extended.check('127.9.9.9', 25).allowed).toBe(false);
    expect(extended.check('fd00::1', 9).allowed).toBe(true);
    expect(extended.check('fe80::1', 9).allowed).toBe(false);
    expect(extended.check('10.1.2.3', 53).allowed).toBe(true);
    expect(extended.check('10.2.2.3', 53).allowed).toBe(false);
  });

  it('refuses our own listeners even where their range is allowed', () => {
    const looped = new EgressGuard(['127.0.0.0/8:*'], ['127.0.0.1:25', '0.0.0.0:2525', '[::]:587']);

    expect(looped.check('127.0.0.1', 25).allowed).toBe(false);
    expect(looped.check('127.0.0.2', 25).allowed).toBe(true);
    expect(looped.check('127.0.0.1', 2525).allowed).toBe(false);
    expect(looped.check('127.0.0.1', 587).allowed).toBe(false);
  });

  it.each([0, -1, 65_536, 1.5, Number.NaN])('refuses port %p', (port) => {
    expect(guard.check('8.8.8.8', port).allowed).toBe(false);
  });
});

describe('guardedConnect', () => {
  it('opens nothing that the guard refuses', async () => {
    let connections = 0;
    const server = createServer(() => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;

    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', 'localhost', '127.1', '0.0.0.0']) {
      const result = await guardedConnect(new EgressGuard([]), { address, port, timeoutMs: 500 });
      expect(result).toMatchObject({ ok: false, kind: 'egress' });
    }
    const allowed = new EgressGuard([`127.0.0.1/32:${port}`]);
    const result = await guardedConnect(allowed, { address: '127.0.0.1', port, timeoutMs: 500 });

    expect(result.ok).toBe(true);
    if (result.ok) result.socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(connections).toBe(1);
  });

  it('says when nobody listens, and leaves from the address it was told', async () => {
    const guard = new EgressGuard(['127.0.0.0/8:*']);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const target = { address: '127.0.0.1', port, localAddress: '127.0.0.77', timeoutMs: 500 };

    const result = await guardedConnect(guard, target);
    expect(result.ok && result.socket.localAddress).toBe('127.0.0.77');
    if (result.ok) result.socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));

    expect(await guardedConnect(guard, target)).toMatchObject({ ok: false, kind: 'unreachable' });
  });
});

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
