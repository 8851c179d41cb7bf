import type { Submission } from '../clients.js';
import { run } from '../program.js';
import { Jail } from './jail.js';

const EXIM = 'usr/sbin/exim4';
const LOG = 'var/spool/exim4/mainlog';

/** Exim takes the mail on its command line and delivers it at once to us as its smarthost. */
export async function exim(submission: Submission): Promise<string | null> {
  const { from, to, raw } = submission;
  const jail = Jail.make({
    packageName: 'exim4-daemon-light',
    programs: [EXIM],
    users: ['Debian-exim'],
    folders: { 'var/spool/exim4': 'Debian-exim' },
  });
  try {
    jail.write('etc/exim4/exim4.conf', configurationFor(submission));
    const ended = await run('chroot', jail.inside(EXIM, '-odi', '-i', '-f', from, to), raw);
    const log = jail.read(LOG);
    if (log.includes(` => ${to} `)) return null;
    const refusal = / ([45]\d\d \d\.\d\.\d .*)$/m.exec(log)?.[1];
    if (refusal) return refusal;
    throw new Error(`exim ended with ${ended.status}:\n${ended.stderr}\n${log}`);
  } finally {
    jail.remove();
  }
}

/** A certificate that nobody has signed is taken as it is. */
function configurationFor({ host, port, security, login }: Submission): string {
  const { username = '', password = '', mechanism = 'PLAIN' } = login ?? {};
  const sent = mechanism === 'PLAIN' ? `^${username}^${password}` : `: ${username} : ${password}`;
  return `
primary_hostname = exim.client.test
spool_directory = /var/spool/exim4
log_file_path = /${LOG.replace('mainlog', '%slog')}
exim_user = Debian-exim
exim_group = Debian-exim
never_users =
keep_environment =
tls_advertise_hosts =
begin routers
smarthost:
  driver = manualroute
  route_list = * ${host} byname
  transport = smarthost
  self = send
begin transports
smarthost:
  driver = smtp
  port = ${port}
  protocol = ${security === 'implicit' ? 'smtps' : 'smtp'}
  hosts_require_tls = *
  hosts_require_auth = *
  tls_verify_certificates =
  tls_try_verify_hosts = :
  allow_localhost
begin authenticators
only:
  driver = plaintext
  public_name = ${mechanism}
  client_send = ${sent}
`;
}
