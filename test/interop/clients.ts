import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { run } from './program.js';

export interface Submission {
  readonly host: string;
  readonly port: number;
  readonly security: 'implicit' | 'starttls' | 'clear';
  readonly login?: {
    readonly username: string;
    readonly password: string;
    readonly mechanism: 'PLAIN' | 'LOGIN';
  };
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

/** Submits with a program that knows nothing of us; the reply that refused it, or null once it was taken. */
export type Client = (submission: Submission) => Promise<string | null>;

/** Programs as people run them, unmodified. */
export const CLIENTS = { swaks, curl, smtplib, nodemailer } satisfies Record<string, Client>;

/** Sends the message as it is, without SIZE. */
async function swaks(submission: Submission): Promise<string | null> {
  const { host, port, security, login, from, to, raw } = submission;
  const args = ['--server', host, '--port', String(port), '--from', from, '--to', to];
  if (security === 'implicit') args.push('--tls-on-connect');
  if (security === 'starttls') args.push('--tls');
  if (login) {
    const { mechanism, username, password } = login;
    args.push('--auth', mechanism, '--auth-user', username, '--auth-password', password);
  }
  const stuffed = raw.toString('latin1').replace(/^\./gm, '..');
  const data = Buffer.from(`${stuffed}.`, 'latin1'); // swaks itself ends the last line
  const ended = await withFile(data, (file) =>
    run('swaks', [...args, '--no-data-fixup', '--data', `@${file}`]),
  );
  const refusal = /^<[~*]\* (\d{3} .*)$/m.exec(ended.stdout)?.[1];
  return verdict('swaks', ended, refusal);
}

/** Declares SIZE and sends the file as it is. */
async function curl(submission: Submission): Promise<string | null> {
  const { host, port, security, login, from, to, raw } = submission;
  const scheme = security === 'implicit' ? 'smtps' : 'smtp';
  const args = ['--silent', '--verbose', '--url', `${scheme}://${host}:${port}/client.test`];
  args.push('--mail-from', from, '--mail-rcpt', to);
  if (security !== 'clear') args.push('--ssl-reqd', '--insecure');
  if (login) {
    args.push('--login-options', `AUTH=${login.mechanism}`);
    args.push('--user', `${login.username}:${login.password}`);
  }
  const ended = await withFile(raw, (file) => run('curl', [...args, '--upload-file', file]));
  const refusal = /^< ([45]\d\d .*?)\r?$/m.exec(ended.stderr)?.[1];
  return verdict('curl', ended, refusal);
}

/** Declares SIZE and sends bytes as they are. */
async function smtplib(submission: Submission): Promise<string | null> {
  const job = JSON.stringify({ ...submission, raw: submission.raw.toString('base64') });
  const ended = await run('python3', [join(__dirname, 'submit.py')], job);
  if (ended.status !== 0) throw new Error(`smtplib failed: ${ended.stderr}`);
  return ended.stdout.trim() || null;
}

/** Sends without SIZE, with line ends made right. */
async function nodemailer(submission: Submission): Promise<string | null> {
  const { host, port, security, login, from, to, raw } = submission;
  const transport = createTransport({
    host,
    port,
    secure: security === 'implicit',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'clear',
    tls: { rejectUnauthorized: false },
    ...(login && {
      auth: { user: login.username, pass: login.password },
      authMethod: login.mechanism,
    }),
  });
  try {
    await transport.sendMail({ envelope: { from, to }, raw });
    return null;
  } catch (error) {
    if (error instanceof Error && 'response' in error) return String(error.response);
    throw error;
  } finally {
    transport.close();
  }
}

async function withFile<T>(content: Buffer, work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-mail-'));
  try {
    const file = join(folder, 'mail.eml');
    writeFileSync(file, content);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdict(
  name: string,
  ended: Awaited<ReturnType<typeof run>>,
  refusal: string | undefined,
): string | null {
  if (refusal !== undefined && ended.status !== 0) return refusal;
  if (ended.status === 0 && refusal === undefined) return null;
  throw new Error(`${name} ended with ${ended.status}:\n${ended.stdout}\n${ended.stderr}`);
}
