import { connect, type Socket } from 'node:net';

/** What the door did that no SMTP server may do. */
export class Misconduct extends Error {}

const GOOD_LINE = /^(\d{3})([ -])(?:([245])\.\d{1,3}\.\d{1,3} )?[\x20-\x7e]*$/;
const CODES = new Set(
  [
    220, 221, 235, 250, 252, 214, 334, 354, 421, 452, 500, 501, 502, 503, 504, 535, 538, 550, 552,
  ].concat([530, 553, 554, 555]),
);
const LONGEST_LINE = 510;
const LF = 10;

/** One connection that is watched closely: each line gets one reply, and each reply is one of RFC 5321 §4.2. */
export class FuzzSession {
  private received = '';
  private readonly replies: { readonly code: number | null; readonly line: string }[] = [];
  private isEnded = false;
  private wake: () => void = () => undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly patienceMs: number,
  ) {
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => this.finish());
    socket.on('end', () => this.finish());
  }

  static async open(
    where: { readonly host: string; readonly port: number },
    patienceMs: number,
  ): Promise<FuzzSession> {
    const socket = connect({ ...where, noDelay: true });
    const session = new FuzzSession(socket, patienceMs);
    if ((await session.reply('the connection')) !== 220) throw new Misconduct('no greeting');
    return session;
  }

  /** Says one line, or what became several; true while the session goes on. */
  async exchange(bytes: Buffer): Promise<boolean> {
    this.socket.write(bytes);
    let expected = bytes.filter((byte) => byte === LF).length;
    for (; expected > 0; expected--) {
      const code = await this.reply(JSON.stringify(bytes.toString('latin1').slice(0, 200)));
      if (code === 221 || code === 421) return this.hasEnded(code);
      if (code === 220) return false; // a handshake would come now
      if (code !== 354) continue;
      this.socket.write('\r\n.\r\n');
      await this.reply('the end of data');
      return true;
    }
    return true;
  }

  /** Ends it; then there must not be one reply too many. */
  async quits(): Promise<void> {
    if (!(await this.exchange(Buffer.from('*\r\n')))) return; // out of a login that is under way
    this.socket.write('QUIT\r\n');
    const code = await this.reply('QUIT');
    if (code !== 221 && code !== 421) throw new Misconduct(`QUIT was answered ${code}`);
    await this.hasEnded(code);
  }

  close(): void {
    this.socket.destroy();
  }

  private async hasEnded(code: number): Promise<false> {
    while (!this.isEnded) await this.change(`the end behind ${code}`);
    if (this.replies.length > 0) throw new Misconduct(`a reply behind ${code}`);
    return false;
  }

  private async reply(to: string): Promise<number> {
    while (this.replies.length === 0) {
      if (this.isEnded) throw new Misconduct(`the connection ended instead of a reply to ${to}`);
      await this.change(`a reply to ${to}`);
    }
    const { code, line } = this.replies.shift() ?? { code: null, line: '' };
    if (code === null) throw new Misconduct(`${JSON.stringify(line)} in reply to ${to}`);
    return code;
  }

  private receive(chunk: Buffer): void {
    this.received += chunk.toString('latin1');
    const lines = this.received.split('\r\n');
    this.received = lines.pop() ?? '';
    for (const line of lines) this.take(line);
    this.wake();
  }

  private take(line: string): void {
    const [whole, code, separator, enhancedClass] = GOOD_LINE.exec(line) ?? [];
    const isGood =
      whole !== undefined &&
      line.length <= LONGEST_LINE &&
      CODES.has(Number(code)) &&
      (enhancedClass ?? code?.[0]) === code?.[0];
    if (!isGood) this.replies.push({ code: null, line });
    else if (separator === ' ') this.replies.push({ code: Number(code), line });
  }

  private finish(): void {
    this.isEnded = true;
    this.wake();
  }

  private async change(what: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      this.wake = resolve;
      timer = setTimeout(
        () => reject(new Misconduct(`waited in vain for ${what}`)),
        this.patienceMs,
      );
    });
    clearTimeout(timer);
  }
}
