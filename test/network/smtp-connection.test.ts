import 'reflect-metadata';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { EgressGuard } from '../../src/platform/egress/egress-guard.js';
import type { TlsUse } from '../../src/platform/smtp-client/handshake.js';
import { openConnection } from '../../src/platform/smtp-client/open-connection.js';
import type { SmtpConnection } from '../../src/platform/smtp-client/smtp-connection.js';
import { isAccepted, type Transaction } from '../../src/platform/smtp-client/transaction.js';
import { ensureSelfSigned } from '../../src/smtp/self-signed.js';
import { rawServer, usual, type Answer, type RawServer } from './raw-server.js';

const BODY = 'Subject: hi\r\n\r\nhello\r\n';
const EHLO_ALONE = '250 raw.test';

describe('SmtpConnection', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.stop()));
  });

  async function server(answer: Answer = usual, greeting?: string | null): Promise<RawServer> {
    const started = await rawServer(answer, greeting);
    open.push(started);
    return started;
  }

  async function connected(answer: Answer = usual) {
    const peer = await server(answer);
    return { peer, connection: await connectTo(peer.port) };
  }

  it('sends a message byte by byte as it is, dots and all', async () => {
    const sink = await MailSink.start({ host: '127.0.0.1' });
    open.push(sink);
    const connection = await connectTo(sink.port);
    const content = 'Subject: x\r\n\r\n.\r\n..two\r\n.three\r\nend.\r\n';

    const result = await connection.send(aMail(content));

    expect(isAccepted(result)).toBe(true);
    expect(sink.received[0]?.raw.toString()).toBe(content);
    await connection.quit();
  });

  it('sends 3 MiB with a dot on every line', async () => {
    const sink = await MailSink.start({ host: '127.0.0.1' });
    open.push(sink);
    const connection = await connectTo(sink.port);
    const content = `.${'x'.repeat(60)}\r\n`.repeat(50_000);

    expect(isAccepted(await connection.send(aMail(content)))).toBe(true);
    expect(sink.received[0]?.raw.toString() === content).toBe(true);
  });

  it('writes MAIL, RCPT and DATA at once, and the next envelope with the final dot', async () => {
    const { peer, connection } = await connected();

    const results = await Promise.all([1, 2, 3].map(() => connection.send(aMail())));

    expect(results.every(isAccepted)).toBe(true);
    const envelope = 'MAIL FROM:<a@x.test> SIZE=22\r\nRCPT TO:<b@y.test>\r\nDATA\r\n';
    expect(peer.pieces.slice(1)).toEqual([
      envelope,
      `${BODY}.\r\n${envelope}`,
      `${BODY}.\r\n${envelope}`,
      `${BODY}.\r\n`,
    ]);
  });

  it('begins a message behind a dot that still awaits its reply', async () => {
    let isSilent = false;
    const { peer, connection } = await connected((line) => {
      isSilent ||= line === '.';
      return isSilent ? null : usual(line);
    });
    const first = connection.send(aMail());
    while (peer.pieces.length < 3) await sleep(5);
    const second = connection.send(aMail());
    while (peer.pieces.length < 4) await sleep(5);

    expect(peer.pieces[3]).toMatch(/^MAIL FROM.*DATA\r\n$/s);
    connection.destroy('enough');
    expect(await first).toMatchObject({ failure: 'closed', stage: 'content', dotSent: true });
    expect(await second).toMatchObject({ failure: 'closed', stage: 'mail', dotSent: false });
  });

  it('keeps replies and messages together when a server is slow to take each', async () => {
    const sink = await MailSink.start({ host: '127.0.0.1' });
    open.push(sink);
    sink.scripts.next('b@y.test', { at: 'dot', delayMs: 60 }, { at: 'dot', reply: '450 no' });
    const connection = await connectTo(sink.port);

    const first = connection.send(aMail());
    await sleep(30);
    const others = [connection.send(aMail()), connection.send(aMail())];

    expect(isAccepted(await first)).toBe(true);
    expect(await Promise.all(others)).toMatchObject([
      { stage: 'content', reply: { code: 450 } },
      { stage: 'content', reply: { code: 250 } },
    ]);
    expect(sink.accepted).toBe(2);
  });

  it('says one thing at a time to a server without PIPELINING', async () => {
    const { peer, connection } = await connected((line) =>
      line.startsWith('EHLO') ? EHLO_ALONE : usual(line),
    );

    const results = await Promise.all([connection.send(aMail()), connection.send(aMail())]);

    expect(results.every(isAccepted)).toBe(true);
    const one = ['MAIL FROM:<a@x.test>\r\n', 'RCPT TO:<b@y.test>\r\n', 'DATA\r\n', `${BODY}.\r\n`];
    expect(peer.pieces.slice(1)).toEqual([...one, ...one]);
  });

  it.each([true, false])(
    'goes on after a refused recipient (pipelining %p)',
    async (pipelining) => {
      const { peer, connection } = await connected((line) => {
        if (line.startsWith('EHLO') && !pipelining) return EHLO_ALONE;
        if (line.includes('nobody')) return '550 5.1.1 no such user';
        if (line === 'DATA' && peer.pieces.join('').endsWith('<nobody@y.test>\r\nDATA\r\n')) {
          return '503 no recipients';
        }
        return usual(line);
      });

      const refused = connection.send({ ...aMail(), to: 'nobody@y.test' });
      const accepted = connection.send(aMail());

      expect(await refused).toMatchObject({
        kind: 'reply',
        stage: 'rcpt',
        reply: { code: 550, enhancedCode: '5.1.1', text: 'no such user' },
      });
      expect(isAccepted(await accepted)).toBe(true);
      expect(peer.pieces.join('')).toContain('RSET\r\n');
    },
  );

  it('sends an empty message where DATA passes without a recipient, and does not count it', async () => {
    const { peer, connection } = await connected((line) =>
      line.includes('nobody') ? '450 4.2.1 later' : usual(line),
    );

    const result = await connection.send({ ...aMail(), to: 'nobody@y.test' });

    expect(result).toMatchObject({ kind: 'reply', stage: 'rcpt', reply: { code: 450 } });
    expect(peer.pieces.at(-1)).toBe('.\r\n');
    expect(isAccepted(await connection.send(aMail()))).toBe(true);
  });

  it('never writes the dot once it is fenced', async () => {
    const { peer, connection } = await connected();

    const fenced = connection.send({ ...aMail(), beforeFinalDot: () => false });
    const behind = connection.send(aMail());

    expect(await fenced).toMatchObject({ failure: 'fenced', stage: 'content', dotSent: false });
    expect(await behind).toMatchObject({ failure: 'closed', stage: 'mail', dotSent: false });
    expect(connection.isReusable).toBe(false);
    expect(await connection.send(aMail())).toMatchObject({ kind: 'failed', failure: 'closed' });
    expect(peer.pieces).toHaveLength(2);
  });

  it('asks the fence after the blocks of a long message', async () => {
    const { peer, connection } = await connected();
    let seenBytes = 0;
    const beforeFinalDot = () => {
      seenBytes = peer.pieces.join('').length;
      return false;
    };
    const content = 'x'.repeat(998).concat('\r\n').repeat(8_000);

    const result = await connection.send({ ...aMail(content), beforeFinalDot });

    expect(result).toMatchObject({ failure: 'fenced' });
    expect(seenBytes).toBeGreaterThan(1_000_000);
    expect(peer.pieces.join('')).not.toContain('\r\n.\r\n');
  });

  it.each<[string, string, string]>([
    ['MAIL', 'mail', '421 4.3.2 closing'],
    ['RCPT', 'rcpt', '421 4.3.2 closing'],
    ['DATA', 'data', '421 4.3.2 closing'],
    ['.', 'content', '421 4.3.2 closing'],
    ['MAIL', 'mail', '550 5.7.1 no'],
    ['DATA', 'data', '451 4.3.0 later'],
    ['.', 'content', '552 5.3.4 too big'],
  ])('tells that %s was answered at stage %s: %s', async (verb, stage, reply) => {
    const { connection } = await connected((line) => (line.startsWith(verb) ? reply : usual(line)));

    const result = await connection.send(aMail());

    const code = Number(reply.slice(0, 3));
    expect(result).toMatchObject({ kind: 'reply', stage, reply: { code } });
    expect(isAccepted(result)).toBe(false);
    if (code === 421) expect(connection.isReusable).toBe(false);
  });

  it.each<[string, string, boolean]>([
    ['MAIL', 'mail', false],
    ['RCPT', 'rcpt', false],
    ['DATA', 'data', false],
    ['.', 'content', true],
  ])(
    'knows where it stood when nobody answers %s, or the line is cut',
    async (verb, stage, dotSent) => {
      let isSilent = false;
      const silent = await connected((line) => {
        isSilent ||= line.startsWith(verb);
        return isSilent ? null : usual(line);
      });
      const began = Date.now();
      const late = await silent.connection.send(aMail());
      expect(late).toMatchObject({ kind: 'failed', failure: 'timeout', stage, dotSent });
      expect(Date.now() - began).toBeLessThan(1_500);

      const cutting = await connected((line, socket) => {
        if (line.startsWith(verb)) socket.destroy();
        return line.startsWith(verb) ? null : usual(line);
      });
      const cut = await cutting.connection.send(aMail());
      expect(cut).toMatchObject({ kind: 'failed', failure: 'closed', stage, dotSent });
    },
  );

  it('counts a 250 that is followed by a reset', async () => {
    const { connection } = await connected((line, socket) => {
      if (line === '.') socket.write('250 taken\r\n', () => socket.resetAndDestroy());
      return line === '.' ? null : usual(line);
    });

    expect(isAccepted(await connection.send(aMail()))).toBe(true);
    await connection.closed;
  });

  it.each([
    ['250', 'DATA'],
    ['354 what', 'MAIL'],
    ['354 what', '.'],
    ['nonsense', 'RCPT'],
    ['250 ok\r\n250 twice', '.'],
  ])('does not go on after %j to %s', async (reply, verb) => {
    const { connection } = await connected((line) => (line.startsWith(verb) ? reply : usual(line)));

    await connection.send(aMail());

    await connection.closed;
    expect(connection.isReusable).toBe(false);
  });

  it('ends with a server that never ends its reply', async () => {
    const { connection } = await connected((line, socket) => {
      if (line !== '.') return usual(line);
      const more = () => {
        if (!socket.destroyed) socket.write('250-and\r\n'.repeat(1_000), () => setImmediate(more));
      };
      more();
      return null;
    });

    expect(await connection.send(aMail())).toMatchObject({
      failure: 'protocol',
      reason: 'the reply is too long',
      dotSent: true,
    });
  });

  it('takes a refusal in the middle of the content for an answer', async () => {
    const peer = await server((line, socket) => {
      if (line === 'DATA') setTimeout(() => socket.write('552 5.2.2 full\r\n'), 50);
      return usual(line);
    });
    const connection = await connectTo(peer.port);
    const content = Buffer.alloc(60_000_000, 'x');

    const result = await connection.send({ ...aMail(), content: [content] });

    expect(result).toMatchObject({ kind: 'reply', stage: 'content', reply: { code: 552 } });
  });

  it('gives up on a server that takes no content', async () => {
    const peer = await server((line, socket) => {
      if (line === 'DATA') setImmediate(() => socket.pause());
      return usual(line);
    });
    const connection = await connectTo(peer.port);
    const content = Buffer.alloc(60_000_000, 'x');

    const result = await connection.send({ ...aMail(), content: [content] });

    expect(result).toMatchObject({ failure: 'timeout', stage: 'content', dotSent: false });
  });

  it('notices that an idle connection was closed', async () => {
    const { connection } = await connected((line, socket) => {
      if (line === '.') setTimeout(() => socket.end('421 4.4.2 idle\r\n'), 20);
      return usual(line);
    });
    await connection.send(aMail());
    expect(connection.isReusable).toBe(true);

    await connection.closed;

    expect(await connection.send(aMail())).toMatchObject({ failure: 'closed', dotSent: false });
  });

  it('passes on the parameters that the server understands', async () => {
    const peer = await server((line) =>
      line.startsWith('EHLO')
        ? '250-raw\r\n250-size 5000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 DSN'
        : usual(line),
    );
    const connection = await connectTo(peer.port);
    const dsn = { ret: 'HDRS', envid: 'QQ+2B1', notify: 'FAILURE', orcpt: 'rfc822;b@y.test' };

    await connection.send({ ...aMail(), eightBit: true, smtpUtf8: true, dsn });
    await connection.send({ ...aMail(), dsn: { envid: 'a\r\nRSET', orcpt: 'a b' } });

    expect(peer.pieces[1]).toBe(
      'MAIL FROM:<a@x.test> SIZE=22 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=QQ+2B1\r\n',
    );
    expect(peer.pieces[2]).toBe('RCPT TO:<b@y.test> NOTIFY=FAILURE ORCPT=rfc822;b@y.test\r\n');
    expect(peer.pieces[5]).toBe('MAIL FROM:<a@x.test> SIZE=22\r\n');
    expect(peer.pieces[6]).toBe('RCPT TO:<b@y.test>\r\n');
  });

  it.each<[Partial<Transaction>, string, string]>([
    [{ sizeBytes: 5_001 }, 'too-large', '5.3.4'],
    [{ smtpUtf8: true }, 'smtputf8-unsupported', '5.6.7'],
    [{ to: 'bü@y.test' }, 'smtputf8-unsupported', '5.6.7'],
    [{ to: 'b@y.test>\r\nRSET' }, 'bad-address', '5.1.3'],
    [{ to: 'b@y.test> NOTIFY=NEVER' }, 'bad-address', '5.1.3'],
    [{ from: 'a@x.test> SIZE=1' }, 'bad-address', '5.1.3'],
  ])('does not ask for %j', async (change, problem, enhancedCode) => {
    const { peer, connection } = await connected((line) =>
      line.startsWith('EHLO') ? '250-raw\r\n250-SIZE 5000\r\n250 PIPELINING' : usual(line),
    );

    const result = await connection.send({ ...aMail(), ...change });

    expect(result).toMatchObject({ kind: 'unsuitable', stage: 'local', problem, enhancedCode });
    expect(peer.pieces).toHaveLength(1);
    expect(isAccepted(await connection.send({ ...aMail(), to: '"a> b"@y.test' }))).toBe(true);
  });

  it('keeps a transcript of what was said, not of the content, and not too long', async () => {
    const long = Array.from({ length: 400 }, () => `250-${'x'.repeat(60)}`).join('\r\n');
    const { connection } = await connected((line) =>
      line === '.' ? `${long}\r\n250 done` : usual(line),
    );

    const [first, second] = await Promise.all([connection.send(aMail()), connection.send(aMail())]);

    expect(first.transcript).toMatch(/S: 220 raw\n.*C: EHLO me\.test\n.*C: MAIL FROM.*final dot/s);
    expect(first.transcript).not.toContain('hello');
    expect(Buffer.byteLength(first.transcript)).toBeLessThanOrEqual(8_192);
    expect(first.transcript).toMatch(/\(cut\)\n$/);
    expect(second.transcript).not.toContain('EHLO');
  });

  it('says QUIT after the messages it has', async () => {
    const { peer, connection } = await connected();

    const sent = connection.send(aMail());
    await connection.quit();

    expect(isAccepted(await sent)).toBe(true);
    expect(peer.pieces.at(-1)).toBe('QUIT\r\n');
    expect(connection.isReusable).toBe(false);
  });

  it('does not wait long for the reply to QUIT', async () => {
    const { connection } = await connected((line) => (line === 'QUIT' ? null : usual(line)));

    const began = Date.now();
    await connection.quit();

    expect(Date.now() - began).toBeLessThan(3_000);
  });

  describe('opening', () => {
    it('falls back to HELO', async () => {
      const { peer, connection } = await connected((line) => {
        if (line.startsWith('EHLO')) return '502 5.5.1 what?';
        return line.startsWith('HELO') ? '250 hello' : usual(line);
      });

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

async function attempt(port: number, options: { tls?: TlsUse; guard?: EgressGuard } = {}) {
  return openConnection({
    host: 'mx.test',
    address: '127.0.0.1',
    port,
    helo: 'me.test',
    tls: 'none',
    timeouts: { connectMs: 400, commandMs: 400, dataMs: 500 },
    guard: new EgressGuard(['127.0.0.0/8:*']),
    ...options,
  });
}

async function connectTo(port: number, options: { tls?: TlsUse } = {}): Promise<SmtpConnection> {
  const result = await attempt(port, options);
  if (!result.ok) throw new Error(result.transcript);
  return result.connection;
}

function aMail(content = BODY): Transaction {
  return {
    from: 'a@x.test',
    to: 'b@y.test',
    sizeBytes: content.length,
    eightBit: false,
    smtpUtf8: false,
    content: [Buffer.from(content)],
    beforeFinalDot: () => true,
  };
}

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
