import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../start/free-port.js';
import type { Submission } from '../clients.js';
import { Daemon } from './daemon.js';
import { handOver } from './hand-over.js';

const SBIN = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** Postfix, an instance of its own, takes the mail at a port of its own and relays it to us. */
export async function postfix(submission: Submission): Promise<string | null> {
  if (process.getuid?.() !== 0) throw new Error('Postfix runs only when root starts it');
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-postfix-'));
  chmodSync(folder, 0o755); // its processes belong to somebody else
  try {
    const port = await freePort();
    writeConfiguration(folder, submission, port);
    execFileSync('postfix', ['-c', folder, 'check'], { env: SBIN, stdio: 'ignore' });
    const postconf = ['-c', folder, '-h', 'daemon_directory'];
    const programs = execFileSync('postconf', postconf, { env: SBIN, encoding: 'utf8' }).trim();
    const daemon = await Daemon.start(join(programs, 'master'), ['-c', folder, '-s']);
    try {
      await handOver(submission, port);
      const [, status, words = ''] = await daemon.says(
        /status=(sent|bounced|deferred) \((.*)\)$/m,
        () => logOf(folder),
      );
      return status === 'sent' ? null : words.replace(/^host \S+ said: /, '');
    } finally {
      await daemon.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Type, private, unprivileged, chroot, wakeup, most processes, command. */
const SERVICES = [
  'cleanup   unix  n - n - 0 cleanup',
  'qmgr      unix  n - n 300 1 qmgr',
  'rewrite   unix  - - n - - trivial-rewrite',
  'bounce    unix  - - n - 0 bounce',
  'defer     unix  - - n - 0 bounce',
  'trace     unix  - - n - 0 bounce',
  'proxymap  unix  - - n - - proxymap',
  'smtp      unix  - - n - - smtp',
  'error     unix  - - n - - error',
  'retry     unix  - - n - - error',
  'tlsmgr    unix  - - n 1000? 1 tlsmgr',
  'anvil     unix  - - n - 1 anvil',
  'postlog   unix-dgram n - n - 1 postlogd',
];

function writeConfiguration(folder: string, submission: Submission, own: number): void {
  const { host, port, security, login } = submission;
  mkdirSync(join(folder, 'queue'));
  const settings: Readonly<Record<string, string>> = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: logFile(folder),
    maillog_file_prefixes: folder,
    myhostname: 'postfix.client.test',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    mydestination: '',
    alias_maps: '',
    alias_database: '',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtpd_peername_lookup: 'no',
    relayhost: `[${host}]:${port}`,
    smtp_tls_security_level: 'encrypt',
    smtp_tls_wrappermode: security === 'implicit' ? 'yes' : 'no',
    smtp_sasl_auth_enable: 'yes',
    smtp_sasl_password_maps: `static:${login?.username ?? ''}:${login?.password ?? ''}`,
    smtp_sasl_security_options: 'noanonymous',
    smtp_sasl_mechanism_filter: (login?.mechanism ?? 'PLAIN').toLowerCase(),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(folder, 'main.cf'), `${lines.join('\n')}\n`);
  const smtpd = `127.0.0.1:${own} inet n - n - - smtpd`;
  writeFileSync(join(folder, 'master.cf'), `${[smtpd, ...SERVICES].join('\n')}\n`);
}

function logFile(folder: string): string {
  return join(folder, 'mail.log');
}

function logOf(folder: string): string {
  return existsSync(logFile(folder)) ? readFileSync(logFile(folder), 'utf8') : '';
}
