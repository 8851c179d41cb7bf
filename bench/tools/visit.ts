import { connect } from 'node:net';

/** What a client brings: one message, over a connection of its own. */
export interface Letter {
  readonly port: number;
  /** Where it comes from, for no address may have all connections. */
  readonly localAddress: string;
  readonly from: string;
  readonly to: string;
  /** As it goes over the wire, its end included. */
  readonly content: Buffer;
}

export interface Visit {
  /** `broken`: without a word, or in the middle of one. */
  readonly end: 'accepted' | 'refused' | 'broken';
  /** From the first packet to the last word, or of a refusal from the question that was refused. */
  readonly ms: number;
}

/** A kernel whose queue of connections is full leaves clients waiting for a greeting for ever. */
const SILENCE_MS = 30_000;

/**
 * One client from its connection to the answer to its message, at as little cost as can be: what it says depends
 * on the code of the last line alone.
 */
export function visit({ port, localAddress, from, to, content }: Letter): Promise<Visit> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let askedAt = startedAt;
    const socket = connect({ host: '127.0.0.1', port, localAddress, noDelay: true });
    const steps = [
      'EHLO app.example\r\n',
      `MAIL FROM:<${from}>\r\n`,
      `RCPT TO:<${to}>\r\n`,
      'DATA\r\n',
      content,
    ];
    let heard = '';
    let step = 0;
    const leave = (end: Visit['end'], since: number) => {
      resolve({ end, ms: performance.now() - since });
      socket.destroy();
    };
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      heard += text;
      if (!/^\d{3} .*\r\n$/m.test(heard)) return;
      const code = heard[0] === '2' || heard[0] === '3' ? 'yes' : 'no';
      heard = '';
      if (code === 'no') return leave('refused', askedAt);
      const next = steps[step];
      step += 1;
      if (next === undefined) return leave('accepted', startedAt);
      askedAt = performance.now();
      socket.write(next);
    });
    socket.setTimeout(SILENCE_MS, () => leave('broken', startedAt));
    socket.on('error', () => leave('broken', startedAt));
    socket.on('close', () => leave('broken', startedAt));
  });
}
