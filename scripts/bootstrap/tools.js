import { spawnSync } from 'node:child_process';
import { BootstrapError, say } from './project.js';
import { canInstallPackages, installPackages } from './packages.js';

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
  { packages: ['libmail-dkim-perl'], check: ['perl', '-MMail::DKIM::Verifier', '-e', '1'] },
  {
    packages: ['python3', 'python3-dkim', 'python3-nacl'],
    check: ['python3', '-c', 'import dkim, nacl.signing, smtplib'],
  },
];

/** Debian's own interpreters come first, because its packages are for them. */
const environment = { ...process.env, PATH: `/usr/bin:${process.env.PATH ?? ''}` };

/** Afterwards the programs that the tests run are on this machine; no test is left out without them. */
export function ensureTestTools() {
  const missing = installMissing(OF_THE_TESTS, 'the tests');
  if (missing.length === 0) return;
  throw new BootstrapError(
    [
      'The tests speak to Posthouse through other programs, and some are not on this machine:',
      '',
      ...missing.map(({ check }) => `    ${check.join(' ')}          does not work`),
      '',
      `Install them, on Debian or Ubuntu with: sudo apt-get install ${packagesOf(missing)}`,
    ].join('\n'),
  );
}

/** Installs what the demo's commands run if it may; the demo itself runs without. */
export function ensureDemoTools() {
  const missing = installMissing(OF_THE_DEMO, 'the commands of the demo');
  if (missing.length === 0) return;
  const names = packagesOf(missing);
  say(`not on this machine, and needed to run the printed commands: ${names}`);
  say(`install with "sudo apt-get install ${names}" (Debian, Ubuntu) or "brew install ${names}"`);
}

/** Those that are missing even now. */
function installMissing(tools, purpose) {
  const missing = tools.filter(isMissing);
  if (missing.length === 0 || !canInstallPackages()) return missing;
  say(`installing the Debian packages ${packagesOf(missing)} for ${purpose} …`);
  installPackages(missing.flatMap((tool) => tool.packages));
  return missing.filter(isMissing);
}

function isMissing({ check: [program, ...args] }) {
  return spawnSync(program, args, { env: environment, stdio: 'ignore' }).status !== 0;
}

function packagesOf(tools) {
  return tools.flatMap((tool) => tool.packages).join(' ');
}
