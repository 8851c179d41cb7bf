import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBinary } from '../../src/app/services/find-binary.js';
import { eventually } from './eventually.js';
import { askRedis } from './redis-command.js';

/** A Redis as somebody else would set it up: on a port, and with a password. */
export class BareRedis {
  private child: ChildProcess | null = null;
  private readonly home = mkdtempSync(join(tmpdir(), 'posthouse-redis-'));

  private constructor(
    private readonly port: number,
    private readonly password: string,
  ) {}

  static async start(port: number, password: string): Promise<BareRedis> {
    const redis = new BareRedis(port, password);
    await redis.startAgain();
    return redis;
  }

  url(database: number): string {
    return `redis://:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** After `kill`. Resolves when it answers. */
  async startAgain(): Promise<void> {
    const socket = join(this.home, 'redis.sock');
    const settings = {
      bind: '127.0.0.1',
      port: String(this.port),
      requirepass: this.password,
      unixsocket: socket,
      dir: this.home,
      save: '',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.child = spawn(await requireBinary(['redis-server']), options, { stdio: 'ignore' });
    await eventually(
      () => askRedis(socket, 'PING').catch(() => 'away'),
      (answer) => answer.startsWith('-NOAUTH'),
    );
  }

  /** SIGKILL, and the end of it. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.home, { recursive: true, force: true });
  }
}
