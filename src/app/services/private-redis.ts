import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { KeptProcess } from '../processes/kept-process.js';
import type { RunFolder } from '../processes/run-folder.js';
import { requireBinary } from './find-binary.js';
import { tieToOurLife } from './lifeline.js';
import { ServiceFailed, untilItAnswers, type PrivateService } from './private-service.js';
import { socketPath } from './socket-path.js';
import { clearStaleService } from './stale-service.js';

const STOP_TIMEOUT_MS = 10_000;

/** Our own Redis, reached over a unix socket. It keeps nothing on disk: rows are the truth. */
export class PrivateRedis implements PrivateService {
  private readonly kept: KeptProcess;
  private readonly home: string;
  private readonly socket: string;
  private program = '';

  constructor(
    private readonly dataDir: string,
    private readonly run: RunFolder,
    private readonly log: Logger,
  ) {
    this.home = join(dataDir, 'redis');
    this.socket = socketPath(this.home, 'redis.sock');
    this.kept = new KeptProcess({
      name: 'redis',
      log,
      run,
      spawn: () => this.spawn(),
      whenReady: (child) => untilItAnswers(child, () => ping(this.socket)),
    });
  }

  get url(): string {
    return `unix://${encodeURI(this.socket)}`;
  }

  get pid(): number | null {
    return this.kept.pid;
  }

  async start(): Promise<void> {
    this.program = await requireBinary(['redis-server']);
    await clearStaleService(this.run, 'redis', this.log);
    mkdirSync(this.home, { recursive: true, mode: 0o700 });
    mkdirSync(join(this.dataDir, 'logs'), { recursive: true, mode: 0o700 });
    await this.kept.start().catch((error: unknown) => {
      throw new ServiceFailed(`the private Redis did not start, see ${this.logFile}`, {
        cause: error,
      });
    });
  }

  async stop(): Promise<void> {
    await this.kept.stop('SIGTERM', STOP_TIMEOUT_MS);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  kill(signal: NodeJS.Signals): void {
    this.kept.kill(signal);
  }

  private get logFile(): string {
    return join(this.dataDir, 'logs', 'redis.log');
  }

  private spawn() {
    const settings = {
      port: '0',
      unixsocket: this.socket,
      unixsocketperm: '700',
      dir: this.home,
      logfile: this.logFile,
      daemonize: 'no',
      save: '',
      appendonly: 'no',
      'maxmemory-policy': 'noeviction',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(this.program, options, { stdio: 'ignore', detached: true });
    tieToOurLife(child, this.socket);
    return child;
  }
}

function ping(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ path });
    socket.setTimeout(1_000, () => socket.destroy(new Error('no answer')));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => {
      socket.destroy();
      if (reply.toString().startsWith('+PONG')) resolve();
      else reject(new Error(`Redis answers ${reply.toString().trim()}`));
    });
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error('closed'));
    });
  });
}
