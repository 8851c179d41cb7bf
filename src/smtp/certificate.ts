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

/** The configured certificate cannot be used; the message is one line without its content. */
export class CertificateError extends Error {}

/** Fails when certificate files are configured and a listener could not use them. */
export async function requireUsableCertificate(config: Config): Promise<void> {
  const files = givenFiles(config);
  if (files) await load(files);
}

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

function givenFiles({ TLS_CERT_FILE: cert, TLS_KEY_FILE: key }: Config): CertificateFiles | null {
  return cert !== undefined && key !== undefined ? { cert, key } : null;
}

async function filesOf(config: Config, log: Logger): Promise<CertificateFiles> {
  const given = givenFiles(config);
  if (given) return given;
  const file = join(config.DATA_DIR, 'tls', 'smtp.pem');
  if (await ensureSelfSigned(file, config.SMTP_HOSTNAME))
    log.info({ file }, 'made a self-signed TLS certificate');
  return { cert: file, key: file };
}

async function load(files: CertificateFiles): Promise<{ context: SecureContext; seen: string }> {
  const seen = await fingerprint(files);
  try {
    const [cert, key] = await Promise.all([
      readFile(files.cert, 'utf8'),
      readFile(files.key, 'utf8'),
    ]);
    return { context: contextFor({ cert, key }), seen };
  } catch (error) {
    throw new CertificateError(`POSTHOUSE_TLS_CERT_FILE: ${whyNot(error)}`, { cause: error });
  }
}

/** What Node and OpenSSL call it; neither quotes the files. */
function whyNot(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException; // fs and tls throw these
  if (code === 'ENOENT') return 'it or POSTHOUSE_TLS_KEY_FILE does not exist';
  if (code === 'EACCES') return 'it or POSTHOUSE_TLS_KEY_FILE may not be read by this user';
  if (code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH') return 'POSTHOUSE_TLS_KEY_FILE is not its key';
  return `it or POSTHOUSE_TLS_KEY_FILE is not PEM of a certificate and its key (${code})`;
}

async function fingerprint({ cert, key }: CertificateFiles): Promise<string> {
  const states = await Promise.all([cert, key].map((file) => stat(file).catch(() => null)));
  return states
    .map((state) => (state ? `${state.ino}:${state.size}:${state.mtimeMs}` : '-'))
    .join();
}
