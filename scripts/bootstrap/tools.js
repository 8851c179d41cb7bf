import { spawnSync } from 'node:child_process';
import { BootstrapError, say } from './project.js';
import { canInstallPackages, installPackages } from './packages.js';
import { unpacked } from './unpacked.js';

/** Mail programs that know nothing of Posthouse, and a way to see that each is there. */
const SWAKS = { packages: ['swaks'], check: ['swaks', '--version'] };
/** Without it swaks knows no TLS. */
const PERL_TLS = { packages: ['libnet-ssleay-perl'], check: ['perl', '-MNet::SSLeay', '-e', '1'] };
const CURL = { packages: ['curl'], check: ['curl', '--version'] };

/** What the demo's printed commands run. */
const OF_THE_DEMO = [CURL, SWAKS, PERL_TLS];

/** What the tests run. */
const OF_THE_TESTS = [
  ...OF_THE_DEMO,
  { packages: ['bsdutils'], check: ['script', '--version'] },
  { packages: ['strace'], check: ['strace', '--version'] },
  { packages: ['libmail-dkim-perl'], check: ['perl', '-MMail::DKIM::Verifier', '-e', '1'] },
  {
    packages: ['python3', 'python3-dkim', 'python3-nacl'],
    check: ['python3', '-c', 'import dkim, nacl.signing, smtplib'],
  },
];

const POSTFIX = { packages: ['postfix'], check: inSbin('postfix') };

/** More mail programs, and scanners of TLS. Of mail servers a machine has only one, so the others are unpacked. */
const OF_THE_LONG_RUN = [
  POSTFIX,
  {
    packages: ['libsasl2-modules'],
    check: ['sh', '-c', 'ls /usr/lib/*/sasl2/libplain.so /usr/lib/sasl2/libplain.so | grep -q .'],
  },
  { packages: ['msmtp'], check: ['msmtp', '--version'] },
  { packages: ['s-nail'], check: inSbin('s-nail') },
  { packages: ['esmtp'], check: inSbin('esmtp') },
  unpacked('nullmailer', 'usr/lib/nullmailer/smtp'),
  unpacked('exim4-daemon-light', 'usr/sbin/exim4'),
  unpacked('opensmtpd', 'usr/sbin/smtpd'),
  { packages: ['sslscan'], check: ['sslscan', '--version'] },
  { packages: ['testssl.sh'], check: inSbin('testssl') },
  { packages: ['nmap'], check: ['nmap', '--version'] },
];

/** Postfix brings the source and the sink of the bench, too. */
const OF_THE_BENCH = [
  { packages: ['postfix'], check: inSbin('smtp-source') },
  { packages: ['opendkim'], check: inSbin('opendkim') },
];

/** Debian's own interpreters come first, because its packages are for them. */
const environment = { ...process.env, PATH: `/usr/bin:${process.env.PATH ?? ''}` };

/** Afterwards the programs that the tests run are on this machine; no test is left out without them. */
export function ensureTestTools() {
  requireAll(OF_THE_TESTS, 'the tests');
}

/** Afterwards those are here, too, that only the long run needs; no system service is started. */
export function ensureLongRunTools() {
  requireAll(OF_THE_LONG_RUN, 'the long run of the tests');
}

/** Afterwards the peers and tools of the bench are on this machine; their system services stay off. */
export function ensureBenchTools() {
  requireAll(OF_THE_BENCH, 'the bench');
}

/** Installs what the demo's commands run if it may; the demo itself runs without. */
export function ensureDemoTools() {
  const missing = installMissing(OF_THE_DEMO, 'the commands of the demo');
  if (missing.length === 0) return;
  const names = packagesOf(missing);
  say(`not on this machine, and needed to run the printed commands: ${names}`);
  say(`install with "sudo apt-get install ${names}" (Debian, Ubuntu) or "brew install ${names}"`);
}

function requireAll(tools, purpose) {
  const missing = installMissing(tools, purpose);
  if (missing.length === 0) return;
  throw new BootstrapError(
    [
      `Other programs have a part in ${purpose}, and some are not on this machine:`,
      '',
      ...missing.map(({ check }) => `    ${check.join(' ')}          does not work`),
      '',
      `Install them, on Debian or Ubuntu with: sudo apt-get install ${packagesOf(missing)}`,
    ].join('\n'),
  );
}

/** Those that are missing even now. */
function installMissing(tools, purpose) {
  const missing = tools.filter(isMissing);
  if (missing.length === 0 || !canInstallPackages()) return missing;
  say(`installing the Debian packages ${packagesOf(missing)} for ${purpose} …`);
  const ordinary = missing.filter(({ provide }) => !provide);
  if (ordinary.length > 0) installPackages(ordinary.flatMap((tool) => tool.packages));
  for (const { provide } of missing) provide?.();
  return missing.filter(isMissing);
}

function isMissing({ check: [program, ...args] }) {
  return spawnSync(program, args, { env: environment, stdio: 'ignore' }).status !== 0;
}

function packagesOf(tools) {
  return tools.flatMap((tool) => tool.packages).join(' ');
}

/** A check for a server program, which need not be in the PATH of ordinary users. */
function inSbin(name) {
  return ['sh', '-c', `PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v ${name}`];
}
