import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Client, Submission } from '../clients.js';
import { run, type Ended } from '../program.js';
import { unpackedProgram } from './jail.js';

/** Sends the message as it is. */
export async function msmtp(submission: Submission): Promise<string | null> {
  const { host, port, security, login, from, to, raw } = submission;
  const lines = [
    'defaults',
    'tls on',
    `tls_starttls ${security === 'implicit' ? 'off' : 'on'}`,
    'tls_certcheck off',
    'account default',
    `host ${host}`,
    `port ${port}`,
    `from ${from}`,
    ...authOf(login),
  ];
  const ended = await withFile(lines, (file) => run('msmtp', ['-C', file, '--', to], raw));
  return verdict('msmtp', ended, /server message: (\d{3} .*)$/m);
}

function authOf(login: Submission['login']): string[] {
  if (!login) return [];
  const { mechanism, username, password } = login;
  return [`auth ${mechanism.toLowerCase()}`, `user ${username}`, `password ${password}`];
}

/** Writes the message anew: it is given subject and text. */
export async function snail(submission: Submission): Promise<string | null> {
  const { host, port, security, login, from, to, raw } = submission;
  const scheme = security === 'implicit' ? 'smtps' : 'smtp';
  const user = login ? `${encode(login.username)}:${encode(login.password)}@` : '';
  const settings = [
    'v15-compat',
    `mta=${scheme}://${user}${host}:${port}`,
    `smtp-auth=${(login?.mechanism ?? 'none').toLowerCase()}`,
    'tls-verify=ignore',
    'ttycharset=utf-8',
    'sendwait',
    'nosave',
    'hostname=snail.client.test',
    ...(security === 'starttls' ? ['smtp-use-starttls'] : []),
  ];
  const args = settings.flatMap((setting) => ['-S', setting]);
  const [header = '', ...body] = raw.toString().split('\r\n\r\n');
  const name = /^From: (.*)$/m.exec(header)?.[1] ?? from;
  const input = body.join('\r\n\r\n').replace(/\r\n/g, '\n');
  const ended = await run(
    's-nail',
    ['-:/', ...args, '-r', name, '-s', 'Grüße', to],
    Buffer.from(input),
  );
  return verdict('s-nail', ended, /SMTP server: (\d{3} .*)$/m);
}

function encode(text: string): string {
  return encodeURIComponent(text);
}

/**
 * Knows STARTTLS only, no TLS from the first byte on, and wants a certificate that it can trust. Over TLS 1.3 its library
 * waits for ever now and then, whoever serves, so it is kept to TLS 1.2. When its login is refused it goes on without.
 */
export function esmtpTrusting(authority: string): Client {
  return async ({ port, login, from, to, raw }) => {
    const lines = [
      `hostname = localhost:${port}`,
      `username = "${login?.username ?? ''}"`,
      `password = "${login?.password ?? ''}"`,
      'starttls = required',
    ];
    const text = raw.toString('latin1').replace(/\r\n/g, '\n');
    const ended = await withFile(lines, (file) => {
      const home = dirname(file);
      const settings = join(home, '.config', 'libesmtp');
      mkdirSync(settings, { recursive: true, mode: 0o700 });
      writeFileSync(join(settings, 'ca.pem'), authority, { mode: 0o600 });
      writeFileSync(join(home, 'openssl.cnf'), ONLY_TLS_1_2);
      const environment = [`HOME=${home}`, `OPENSSL_CONF=${join(home, 'openssl.cnf')}`];
      const args = [...environment, 'esmtp', '-v', '-C', file, '-f', from, to];
      return run('env', args, Buffer.from(text, 'latin1'));
    });
    return verdict('esmtp', ended, /: ([45]\d\d .*)$/m);
  };
}

const ONLY_TLS_1_2 = `
openssl_conf = all
[all]
ssl_conf = tls
[tls]
system_default = versions
[versions]
MaxProtocol = TLSv1.2
`;

/** The program of nullmailer that speaks SMTP: as descriptor 3 it reads the envelope, an empty line and the message. */
export async function nullmailer(submission: Submission): Promise<string | null> {
  const { host, port, security, login, from, to, raw } = submission;
  const args = [
    `--port=${port}`,
    `--user=${login?.username ?? ''}`,
    `--pass=${login?.password ?? ''}`,
    ...(login?.mechanism === 'LOGIN' ? ['--auth-login'] : []),
    security === 'implicit' ? '--ssl' : '--starttls',
    '--insecure',
    `--host=${host}`,
  ];
  const text = raw.toString('latin1').replace(/\r\n/g, '\n');
  const input = Buffer.from(`${from}\n${to}\n\n${text}`, 'latin1');
  const program = unpackedProgram('nullmailer', 'usr/lib/nullmailer/smtp');
  const shell = ['-c', 'exec 3<&0 </dev/null "$@"', 'sh', program, ...args];
  const ended = await run('env', ['HELOHOST=nullmailer.client.test', 'sh', ...shell], input);
  return verdict('nullmailer', ended, /(\d{3} \d\.\d\.\d .*)$/m);
}

async function withFile<T>(
  lines: readonly string[],
  work: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-client-'));
  try {
    const file = join(folder, 'client.conf');
    writeFileSync(file, `${lines.join('\n')}\n`);
    chmodSync(file, 0o600);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdict(name: string, ended: Ended, refusal: RegExp): string | null {
  if (ended.status === 0) return null;
  const said = refusal.exec(`${ended.stdout}\n${ended.stderr}`)?.[1];
  if (said !== undefined) return said;
  throw new Error(`${name} ended with ${ended.status}:\n${ended.stdout}\n${ended.stderr}`);
}
