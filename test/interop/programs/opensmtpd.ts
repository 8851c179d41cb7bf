import { freePort } from '../../start/free-port.js';
import type { Submission } from '../clients.js';
import { Daemon } from './daemon.js';
import { handOver } from './hand-over.js';
import { Jail } from './jail.js';

const SMTPD = 'usr/sbin/smtpd';

/** OpenSMTPD takes the mail at a port of its own and relays it to us. */
export async function opensmtpd(submission: Submission): Promise<string | null> {
  const { username = '', password = '' } = submission.login ?? {};
  const port = await freePort();
  const jail = Jail.make({
    packageName: 'opensmtpd',
    programs: [SMTPD],
    users: ['opensmtpd', 'opensmtpq'],
    folders: { 'var/spool': 'root', 'var/lib/opensmtpd/empty': 'root' },
  });
  try {
    jail.write('etc/secrets', `posthouse ${username}:${password}\n`, 0o600);
    jail.write('etc/smtpd.conf', configurationFor(submission, port));
    const daemon = await Daemon.start(
      'chroot',
      jail.inside(SMTPD, '-d', '-v', '-f', '/etc/smtpd.conf'),
    );
    try {
      await handOver(submission, port);
      const [, refusal] = await daemon.says(/mta delivery .*result="?Ok|mta error reason=(.*)$/m);
      return refusal ?? null;
    } finally {
      await daemon.stop();
    }
  } finally {
    jail.remove();
  }
}

function configurationFor({ host, port, security }: Submission, own: number): string {
  const scheme = security === 'implicit' ? 'smtps' : 'smtp+tls';
  return `
table secrets file:/etc/secrets
listen on 127.0.0.1 port ${own} hostname opensmtpd.client.test
action "out" relay host "${scheme}://posthouse@${host}:${port}" auth <secrets> tls no-verify
match from any for any action "out"
`;
}
