import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { Incoming } from './incoming.js';
import type { MailSink } from './mail-sink.js';
import type { SinkAction, SinkStage } from './sink-script.js';

const END_OF_LINE = Buffer.from('\r\n');
const END_OF_DATA = Buffer.from('\r\n.\r\n');
const END_OF_EMPTY_DATA = Buffer.from('.\r\n');

interface Transaction {
  mailFrom: string;
  mailParameters: string;
  recipient: string;
  recipientParameters: string;
  action: SinkAction | null;
}

/**
 * One connection to the sink. Commands are handled strictly in order, one at a time, so that replies
 * come in order however the client groups them (RFC 2920).
 */
export class SinkSession {
  private readonly incoming = new Incoming();
  private inData = false;
  private busy = false;
  private ended = false;
  private helo = '';
  private transaction: Transaction | null = null;

  constructor(
    private socket: Socket,
    private readonly sink: MailSink,
    private readonly number: number,
  ) {
    this.attach();
    void this.act(
      'connect',
      this.sink.scripts.forEveryone(),
      `220 ${sink.options.hostname} ESMTP sink`,
    );
  }

  destroy(): void {
    this.ended = true;
    this.socket.destroy();
  }

  private attach(): void {
    this.socket.setNoDelay(true);
    this.socket.on('error', () => this.destroy());
    this.socket.on('data', (chunk: Buffer) => this.feed(chunk));
  }

  private feed(chunk: Buffer): void {
    if (!this.inData) {
      const commands = chunk.toString('latin1').split('\r\n').length - 1;
      this.sink.mostCommandsInOnePiece = Math.max(this.sink.mostCommandsInOnePiece, commands);
    }
    this.incoming.push(chunk);
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (!this.ended && (this.inData ? await this.takeContent() : await this.takeCommand()));
    this.busy = false;
  }

  private async takeCommand(): Promise<boolean> {
    const line = this.incoming.takeThrough(END_OF_LINE);
    if (!line) return false;
    await this.command(line.subarray(0, -END_OF_LINE.length).toString('utf8'));
    return true;
  }

  private async command(line: string): Promise<void> {
    const verb = line.split(/[ :]/, 1)[0]?.toUpperCase() ?? '';
    if (verb === 'EHLO' || verb === 'HELO') return this.hello(line);
    if (verb === 'STARTTLS') return this.startTls();
    if (verb === 'MAIL') return this.mail(line);
    if (verb === 'RCPT') return this.rcpt(line);
    if (verb === 'DATA') return this.data();
    if (verb === 'RSET') {
      this.transaction = null;
      return this.reply('250 2.0.0 reset');
    }
    if (verb === 'NOOP') return this.reply('250 2.0.0 ok');
    if (verb === 'QUIT') {
      this.reply('221 2.0.0 bye');
      this.ended = true;
      this.socket.end();
      return;
    }
    this.reply('502 5.5.1 unknown command');
  }

  private async hello(line: string): Promise<void> {
    this.helo = line.slice(5);
    this.transaction = null;
    const { tls, extensions, hostname } = this.sink.options;
    const keywords = [
      ...extensions,
      ...(tls && !(this.socket instanceof TLSSocket) ? ['STARTTLS'] : []),
    ];
    const lines = [hostname, ...keywords].map(
      (text, index) => `250${index === keywords.length ? ' ' : '-'}${text}`,
    );
    await this.act('ehlo', this.sink.scripts.forEveryone(), lines.join('\r\n'));
  }

  private async startTls(): Promise<void> {
    const { tls } = this.sink.options;
    if (!tls) return this.reply('502 5.5.1 not offered');
    await this.act('starttls', this.sink.scripts.forEveryone(), '220 2.0.0 go ahead');
    if (this.ended) return;
    this.socket.removeAllListeners('data');
    this.incoming.clear();
    this.socket = new TLSSocket(this.socket, { isServer: true, key: tls.key, cert: tls.cert });
    this.attach();
  }

  private async mail(line: string): Promise<void> {
    const { path, parameters } = pathOf(line);
    this.transaction = {
      mailFrom: path,
      mailParameters: parameters,
      recipient: '',
      recipientParameters: '',
      action: null,
    };
    const refused = await this.act('mail', this.sink.scripts.forEveryone(), '250 2.1.0 ok');
    if (refused) this.transaction = null;
  }

  private async rcpt(line: string): Promise<void> {
    if (!this.transaction) return this.reply('503 5.5.1 MAIL first');
    const { path, parameters } = pathOf(line);
    const action = this.sink.scripts.take(path);
    Object.assign(this.transaction, { recipient: path, recipientParameters: parameters, action });
    const refused = await this.act('rcpt', action, '250 2.1.5 ok');
    if (refused) this.transaction.recipient = '';
  }

  private async data(): Promise<void> {
    if (!this.transaction?.recipient) return this.reply('503 5.5.1 RCPT first');
    const refused = await this.act('data', this.transaction.action, '354 go ahead');
    this.inData = !refused && !this.ended;
  }

  private async takeContent(): Promise<boolean> {
    const isEmpty = this.incoming.startsWith(END_OF_EMPTY_DATA);
    const content = this.incoming.takeThrough(isEmpty ? END_OF_EMPTY_DATA : END_OF_DATA);
    if (!content) return false;
    this.inData = false;
    await this.finish(unstuff(content.subarray(0, -END_OF_EMPTY_DATA.length)));
    return true;
  }

  private async finish(raw: Buffer): Promise<void> {
    const transaction = this.transaction;
    this.transaction = null;
    if (!transaction) return;
    const { action, ...envelope } = transaction;
    if (action?.at === 'dot' && action.keep) await this.keep(envelope, raw);
    await this.act('dot', action, '250 2.0.0 taken', () => this.keep(envelope, raw));
  }

  private keep(envelope: Omit<Transaction, 'action'>, raw: Buffer): Promise<void> {
    return this.sink.take({
      ...envelope,
      raw: Buffer.from(raw),
      helo: this.helo,
      tls: this.socket instanceof TLSSocket ? this.socket.getProtocol() : null,
      peerAddress: this.socket.remoteAddress ?? '',
      connection: this.number,
      at: new Date(),
    });
  }

  /** Answers one stage: the script's way when it acts here, else with `usual`. True when it was refused. */
  private async act(
    stage: SinkStage,
    action: SinkAction | null,
    usual: string,
    before?: () => Promise<void>,
  ): Promise<boolean> {
    const paceMs = this.sink.scripts.paceOf(stage);
    if (paceMs > 0) await setTimeout(paceMs);
    if (action?.at !== stage) {
      await before?.();
      this.reply(usual);
      return false;
    }
    if (action.delayMs) await setTimeout(action.delayMs);
    if (action.hang) {
      this.ended = true; // the socket stays open and silent
      return true;
    }
    return this.misbehave(action, usual, before);
  }

  private async misbehave(
    action: SinkAction,
    usual: string,
    before?: () => Promise<void>,
  ): Promise<boolean> {
    if (action.reply === undefined && !action.drop) {
      await before?.();
      this.reply(usual);
      return false;
    }
    if (action.reply !== undefined) this.reply(action.reply);
    if (action.drop) this.destroy();
    return true;
  }

  private reply(text: string): void {
    if (!this.socket.destroyed) this.socket.write(`${text}\r\n`);
  }
}

function pathOf(line: string): { path: string; parameters: string } {
  const match = /^[^<]*<([^>]*)>\s*(.*)$/.exec(line);
  return { path: match?.[1] ?? '', parameters: match?.[2] ?? '' };
}

/** Removes the dot that the client put before each line beginning with one (RFC 5321 §4.5.2). */
function unstuff(content: Buffer): Buffer {
  if (!content.includes('\r\n..') && content[0] !== 0x2e) return content;
  return Buffer.from(content.toString('latin1').replace(/(^|\r\n)\.\./g, '$1.'), 'latin1');
}
