import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireBinary } from '../../../src/app/services/find-binary.js';
import { BenchError } from '../../bench-error.js';
import { Program } from '../../machine/program.js';
import { SENDER_DOMAINS } from '../../tools/letters.js';

const START_MS = 10_000;
const STOP_MS = 5_000;

/**
 * OpenDKIM as a milter on a unix socket: signs with one RSA-2048 key that it reads once, knows its domain
 * without tables, writes no log and adds no header of its own.
 */
export class OpenDkim {
  readonly socket: string;
  private program: Program | null = null;

  constructor(private readonly folder: string) {
    this.socket = join(folder, 'opendkim.sock');
  }

  get pid(): number | null {
    return this.program?.pid ?? null;
  }

  async start(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    const config = this.writeFiles();
    this.program = await Program.start({
      command: await requireBinary(['opendkim']),
      args: ['-f', '-x', config],
      logFile: join(this.folder, 'opendkim.log'),
      mark: config,
    });
    await this.program.until(() => this.hasSocket(), START_MS);
  }

  async stop(): Promise<void> {
    await this.program?.stop(STOP_MS);
  }

  private hasSocket(): Promise<void> {
    if (existsSync(this.socket)) return Promise.resolve();
    return Promise.reject(new BenchError('OpenDKIM has no socket yet'));
  }

  private writeFiles(): string {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const keyFile = join(this.folder, 'rsa.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
    const settings: Readonly<Record<string, string>> = {
      Mode: 's',
      Socket: `local:${this.socket}`,
      UMask: '000', // Postfix's processes belong to somebody else
      Domain: SENDER_DOMAINS.signed,
      Selector: 'bench',
      KeyFile: keyFile,
      RequireSafeKeys: 'no', // the key lasts as long as the bench
      SignatureAlgorithm: 'rsa-sha256',
      Canonicalization: 'relaxed/relaxed',
      OversignHeaders: 'From',
      InternalHosts: '127.0.0.1',
      Syslog: 'no',
      LogWhy: 'no',
      SoftwareHeader: 'no',
      AutoRestart: 'no',
      TemporaryDirectory: this.folder,
    };
    const config = join(this.folder, 'opendkim.conf');
    const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
    writeFileSync(config, `${lines.join('\n')}\n`);
    return config;
  }
}
