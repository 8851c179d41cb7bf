import { setTimeout as sleep } from 'node:timers/promises';
import { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { isAccepted, type Transaction } from '../../src/platform/smtp-client/transaction.js';
import { rawServer, usual, type Answer, type RawServer } from './raw-server.js';
import { aMail, BODY, connectTo, PATIENT } from './smtp-peer.js';

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
    const connection = await connectTo(sink.port, { timeouts: PATIENT });
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
    expect(await behind).toMatchObject({ failure: 'unbegun', stage: 'mail', dotSent: false });
    expect(connection.isReusable).toBe(false);
    expect(await connection.send(aMail())).toMatchObject({ kind: 'failed', failure: 'unbegun' });
    expect(peer.pieces).toHaveLength(2);
  });

  it('asks the fence after the blocks of a long message', async () => {
    const peer = await server();
    const connection = await connectTo(peer.port, { timeouts: PATIENT });
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

  it('begins afresh after a refused DATA', async () => {
    let isRefused = false;
    const { peer, connection } = await connected((line) => {
      if (line !== 'DATA' || isRefused) return usual(line);
      isRefused = true;
      return '451 4.3.0 later';
    });

    const results = await Promise.all([connection.send(aMail()), connection.send(aMail())]);

    expect(results[0]).toMatchObject({ kind: 'reply', stage: 'data' });
    expect(peer.pieces[2]).toMatch(/^RSET\r\nMAIL FROM/);
    expect(results.map(isAccepted)).toEqual([false, true]);
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
});
