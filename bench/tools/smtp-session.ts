import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { BenchError } from '../bench-error.js';

/** A client that keeps its connection, pipelines where it may, and knows when a message was accepted. */
export class SmtpSession {
  private readonly replies: string[] = [];
  private pending = '';
  private wake: () => void = () => undefined;
  private isPipelining = false;
  private hasEnded = false;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.hear(text);
    });
    socket.once('close', () => {
      this.hasEnded = true;
      this.wake();
    });
    socket.on('error', () => undefined); // 'close' follows
  }

  static async open(port: number): Promise<SmtpSession> {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    await once(socket, 'connect');
    const session = new SmtpSession(socket);
    await session.hears('220');
    session.say('EHLO app.example');
    session.isPipelining = (await session.hears('250')).includes('PIPELINING');
    return session;
  }

  /** Resolves to the moment at which the message was accepted, on the clock of `performance.now()`. */
  async send(from: string, to: string, content: Buffer): Promise<number> {
    const commands = [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA'];
    if (this.isPipelining) this.say(commands.join('\r\n'));
    for (const command of commands) {
      if (!this.isPipelining) this.say(command);
      await this.hears(command === 'DATA' ? '354' : '250');
    }
    this.socket.write(content);
    await this.hears('250');
    return performance.now();
  }

  close(): void {
    this.socket.destroy();
  }

  private say(command: string): void {
    this.socket.write(`${command}\r\n`);
  }

  private hear(text: string): void {
    this.pending += text;
    for (;;) {
      const reply = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(this.pending)?.[0];
      if (reply === undefined) return;
      this.pending = this.pending.slice(reply.length);
      this.replies.push(reply);
      this.wake();
    }
  }

  private async hears(code: string): Promise<string> {
    while (this.replies.length === 0) {
      if (this.hasEnded) throw new BenchError('the system closed a connection');
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    const reply = this.replies.shift() ?? '';
    if (!reply.startsWith(code)) throw new BenchError(`the system said ${reply.trim()}`);
    return reply;
  }
}
