import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBinary } from '../../src/app/services/find-binary.js';
import { eventually } from './eventually.js';

/** A Redis that keeps all it hears: with a password, on disk and in memory. */
export class RecordingRedis {
  /** What MONITOR tells: every command that anybody gives. */
  monitored = '';
  private monitor: Socket | null = null;

  private constructor(
    private readonly child: ChildProcess,
    readonly home: string,
    readonly password: string,
  ) {}

  static async start(): Promise<RecordingRedis> {
    const home = mkdtempSync(join(tmpdir(), 'posthouse-redis-'));
    const password = randomBytes(18).toString('base64url');
    const settings = {
      port: '0',
      unixsocket: socketIn(home),
      dir: home,
      logfile: join(home, 'redis.log'),
      requirepass: password,
      appendonly: 'yes',
      appendfsync: 'always',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(await requireBinary(['redis-server']), options, { stdio: 'ignore' });
    const redis = new RecordingRedis(child, home, password);
    try {
      await eventually(
        () => redis.says('PING').catch(() => ''),
        (reply) => reply.includes('PONG'),
      );
      await redis.listen();
      return redis;
    } catch (error) {
      await redis.stop();
      throw error;
    }
  }

  get url(): string {
    return `unix://default:${this.password}@localhost${socketIn(this.home)}`;
  }

  /** One command over a connection of its own; the reply as it comes. */
  async says(command: string): Promise<string> {
    const socket = await this.open();
    try {
      socket.write(`${command}\r\n`);
      const [reply] = (await once(socket, 'data')) as [Buffer];
      return reply.toString();
    } finally {
      socket.destroy();
    }
  }

  async stop(): Promise<void> {
    this.monitor?.destroy();
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGKILL'); // nothing in it is worth a clean end
      await once(this.child, 'exit');
    }
    rmSync(this.home, { recursive: true, force: true });
  }

  private async listen(): Promise<void> {
    this.monitor = await this.open();
    this.monitor.on('data', (chunk: Buffer) => (this.monitored += chunk.toString('latin1')));
    this.monitor.write('MONITOR\r\n');
  }

  private async open(): Promise<Socket> {
    const socket = connect(socketIn(this.home));
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    socket.write(`AUTH ${this.password}\r\n`);
    await once(socket, 'data');
    return socket;
  }
}

function socketIn(home: string): string {
  return join(home, 'redis.sock');
}
