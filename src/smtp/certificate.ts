import { watch, type FSWatcher } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SecureContext } from 'node:tls';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { ensureSelfSigned } from './self-signed.js';
import { contextFor } from './tls-context.js';

/** Files are looked at this often, because a watcher misses changes on some file systems. */
const POLL_MS = 10_000;
/** A change comes in several writes. */
const SETTLE_MS = 100;

type Listener = (context: SecureContext) => void;

/**
 * The certificate of the SMTP listeners: the configured files, or a self-signed one made at first
 * start. Read again when a file changes; a bad new file is reported and the old certificate stays.
 */
export class Certificate {
  private readonly watchers: FSWatcher[] = [];
  private readonly listeners: Listener[] = [];
  private readonly poll: NodeJS.Timeout;
  private settling: NodeJS.Timeout | null = null;

  private constructor(
    private readonly files: CertificateFiles,
    private readonly log: Logger,
    private current: { readonly context: SecureContext; seen: string },
  ) {
    for (const folder of new Set([dirname(files.cert), dirname(files.key)])) this.watch(folder);
    this.poll = setInterval(() => void this.reload(), POLL_MS).unref();
  }

  /** Throws when there is no usable certificate. */
  static async open(config: Config, log: Logger): Promise<Certificate> {
    const files = await filesOf(config, log);
    return new Certificate(files, log, await load(files));
  }

  get context(): SecureContext {
    return this.current.context;
  }

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  close(): void {
    clearInterval(this.poll);
    if (this.settling) clearTimeout(this.settling);
    for (const watcher of this.watchers) watcher.close();
  }

  private watch(folder: string): void {
    const watcher = watch(folder, { persistent: false }, () => {
      this.settling ??= setTimeout(() => {
        this.settling = null;
        void this.reload();
      }, SETTLE_MS).unref();
    });
    watcher.on('error', (error) =>
      this.log.warn({ err: error, folder }, 'cannot watch certificate'),
    );
    this.watchers.push(watcher);
  }

  private async reload(): Promise<void> {
    const seen = await fingerprint(this.files);
    if (seen === this.current.seen) return;
    this.current.seen = seen; // also after a failure: one report per change
    try {
      this.current = await load(this.files);
      for (const listener of this.listeners) listener(this.current.context);
      this.log.info({ file: this.files.cert }, 'TLS certificate loaded again');
    } catch (error) {
      this.log.error(
        { err: error, file: this.files.cert },
        'bad new TLS certificate, the old one stays',
      );
    }
  }
}

interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

async function filesOf(config: Config, log: Logger): Promise<CertificateFiles> {
  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key } = config;
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert !== undefined || key !== undefined)
    throw new Error('TLS_CERT_FILE and TLS_KEY_FILE must be set together');
  const file = join(config.DATA_DIR, 'tls', 'smtp.pem');
  if (await ensureSelfSigned(file, config.SMTP_HOSTNAME))
    log.info({ file }, 'made a self-signed TLS certificate');
  return { cert: file, key: file };
}

async function load(files: CertificateFiles): Promise<{ context: SecureContext; seen: string }> {
  const seen = await fingerprint(files);
  const [cert, key] = await Promise.all([
    readFile(files.cert, 'utf8'),
    readFile(files.key, 'utf8'),
  ]);
  return { context: contextFor({ cert, key }), seen };
}

async function fingerprint({ cert, key }: CertificateFiles): Promise<string> {
  const states = await Promise.all([cert, key].map((file) => stat(file).catch(() => null)));
  return states
    .map((state) => (state ? `${state.ino}:${state.size}:${state.mtimeMs}` : '-'))
    .join();
}
