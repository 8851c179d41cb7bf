import 'reflect-metadata';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { EgressGuard } from '../../src/platform/egress/egress-guard.js';
import { isAccepted } from '../../src/platform/smtp-client/transaction.js';
import { ensureSelfSigned } from '../../src/smtp/self-signed.js';
import { rawServer, usual, type Answer, type RawServer } from './raw-server.js';
import { aMail, attempt, connectTo } from './smtp-peer.js';

describe('opening a connection', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.stop()));
  });

  async function server(answer: Answer = usual, greeting?: string | null): Promise<RawServer> {
    const started = await rawServer(answer, greeting);
    open.push(started);
    return started;
  }

  describe('the greeting', () => {
    it('falls back to HELO', async () => {
      const peer = await server((line) => {
        if (line.startsWith('EHLO')) return '502 5.5.1 what?';
        return line.startsWith('HELO') ? '250 hello' : usual(line);
      });
      const connection = await connectTo(peer.port);

      expect(isAccepted(await connection.send(aMail()))).toBe(true);
      expect(peer.pieces.slice(0, 3)).toEqual([
        'EHLO me.test\r\n',
        'HELO me.test\r\n',
        'MAIL FROM:<a@x.test>\r\n',
      ]);
    });

    it.each<[string, string | null, Answer, object]>([
      ['a refusing greeting', '554 5.7.1 go away', usual, { kind: 'reply', stage: 'greeting' }],
      ['a busy greeting', '421 4.3.2 busy', usual, { kind: 'reply', stage: 'greeting' }],
      ['silence', null, usual, { kind: 'failed', stage: 'greeting', failure: 'timeout' }],
      ['another protocol', 'SSH-2.0-x', usual, { stage: 'greeting', failure: 'protocol' }],
      ['an odd greeting', '250 hi', usual, { stage: 'greeting', failure: 'protocol' }],
      ['replies in advance', '220 a\r\n250 b', usual, { stage: 'ehlo', failure: 'protocol' }],
      ['a busy EHLO', '220 a', () => '451 4.3.0 no', { kind: 'reply', stage: 'ehlo' }],
      ['a refused EHLO and HELO', '220 a', () => '550 5.7.1 no', { kind: 'reply', stage: 'ehlo' }],
    ])('tells of %s', async (_what, greeting, answer, problem) => {
      const peer = await server(answer, greeting);

      const result = await attempt(peer.port);

      expect(result).toMatchObject({ ok: false, problem, retryInClear: false });
    });

    it('tells when nobody listens, and when the guard refuses', async () => {
      const peer = await server();
      await peer.stop();
      open.pop();

      expect(await attempt(peer.port)).toMatchObject({
        problem: { stage: 'connect', failure: 'unreachable' },
      });
      expect(await attempt(peer.port, { guard: new EgressGuard([]) })).toMatchObject({
        problem: { stage: 'connect', failure: 'egress' },
      });
    });
  });

  describe('STARTTLS', () => {
    const offering: Answer = (line) =>
      line.startsWith('EHLO') ? '250-raw\r\n250 STARTTLS' : usual(line);

    it('goes on encrypted, and asks again what the server can do', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'tls-'));
      await ensureSelfSigned(join(folder, 'a.pem'), 'mx.test');
      const pem = await readFile(join(folder, 'a.pem'), 'utf8');
      await rm(folder, { recursive: true });
      const sink = await MailSink.start({ host: '127.0.0.1', tls: { key: pem, cert: pem } });
      open.push(sink);

      const connection = await connectTo(sink.port, { tls: 'required' });
      const results = await Promise.all([1, 2, 3].map(() => connection.send(aMail())));

      expect(connection.session.tls).toMatch(/^TLSv1\.3 TLS_/);
      expect(connection.session.extensions.startTls).toBe(false);
      expect(results.every(isAccepted)).toBe(true);
      expect(sink.received[0]?.tls).toBe('TLSv1.3');
      expect(results[0]?.transcript).toContain('*: TLSv1.3');
      await connection.quit();
    });

    it.each([
      ['one whole reply', '220 go\r\n250 injected'],
      ['half a line', '220 go\r\n250-inj'],
      ['several lines', '220 go\r\n250-x\r\n250 PIPELINING\r\n250 ok\r\n354 go'],
      ['no reply at all', '220 go\r\nMAIL FROM:<evil@x.test>'],
    ])('refuses %s behind the 220', async (_what, injected) => {
      const peer = await server((line, socket) => {
        if (line !== 'STARTTLS') return offering(line, socket);
        socket.write(injected.endsWith('inj') ? injected : `${injected}\r\n`);
        return null;
      });

      expect(await attempt(peer.port, { tls: 'opportunistic' })).toMatchObject({
        ok: false,
        problem: { kind: 'failed', stage: 'tls', failure: 'protocol' },
        retryInClear: false,
      });
      expect(peer.pieces).toHaveLength(2);
    });

    it.each([
      ['garbage', '220 go', '250 injected\r\n250 ok\r\n'],
      ['an end', '220 go', null],
    ])('offers to retry in clear when the handshake meets %s', async (_what, reply, garbage) => {
      const peer = await server((line, socket) => {
        if (line !== 'STARTTLS') return offering(line, socket);
        setTimeout(() => (garbage === null ? socket.resetAndDestroy() : socket.write(garbage)), 20);
        return reply;
      });
      const failed = { ok: false, problem: { stage: 'tls', failure: 'tls' } };

      const opportunistic = await attempt(peer.port, { tls: 'opportunistic' });
      expect(opportunistic).toMatchObject({ ...failed, retryInClear: true });
      const required = await attempt(peer.port, { tls: 'required' });
      expect(required).toMatchObject({ ...failed, retryInClear: false });
      expect((await attempt(peer.port, { tls: 'none' })).ok).toBe(true);
    });

    it('stays in clear only where TLS is not required', async () => {
      const stripped = await server();
      const refusing = await server((line, socket) =>
        line === 'STARTTLS' ? '454 4.7.0 not now' : offering(line, socket),
      );

      expect((await attempt(refusing.port, { tls: 'opportunistic' })).ok).toBe(true);
      expect(await attempt(refusing.port, { tls: 'required' })).toMatchObject({
        problem: { kind: 'reply', stage: 'tls' },
      });
      expect((await attempt(stripped.port, { tls: 'opportunistic' })).ok).toBe(true);
      expect(await attempt(stripped.port, { tls: 'required' })).toMatchObject({
        problem: { stage: 'tls', failure: 'tls' },
      });
    });

    it('does not wait for ever for a handshake', async () => {
      const peer = await silentTls();
      open.push(peer);

      expect(await attempt(peer.port, { tls: 'opportunistic' })).toMatchObject({
        problem: { stage: 'tls', failure: 'tls' },
        retryInClear: true,
      });
    });
  });
});

/** Offers TLS, and then says nothing more. */
async function silentTls(): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets: Socket[] = [];
  const listener: Server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.write('220 a\r\n');
    socket.once('data', () => {
      socket.write('250-a\r\n250 STARTTLS\r\n');
      socket.once('data', () => socket.write('220 go\r\n'));
    });
    socket.resume();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => listener.close(() => resolve()));
  };
  return { port, stop };
}
