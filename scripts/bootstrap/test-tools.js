import { spawnSync } from 'node:child_process';
import { BootstrapError, say } from './project.js';
import { canInstallPackages, installPackages } from './packages.js';

/** Mail programs that the tests speak through, and a way to see that each is there. */
const TOOLS = [
  { packages: ['swaks'], check: ['swaks', '--version'] },
  { packages: ['curl'], check: ['curl', '--version'] },
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
  const missing = TOOLS.filter(isMissing);
  if (missing.length === 0) return;
  const names = missing.flatMap((tool) => tool.packages);
  if (canInstallPackages()) {
    say(`installing the Debian packages ${names.join(', ')} for the tests …`);
    if (installPackages(names) && !missing.some(isMissing)) return;
  }
  throw new BootstrapError(instructions(missing.filter(isMissing)));
}

function isMissing({ check: [program, ...args] }) {
  return spawnSync(program, args, { env: environment, stdio: 'ignore' }).status !== 0;
}

function instructions(missing) {
  const names = missing.flatMap((tool) => tool.packages).join(' ');
  return [
    'The tests speak to Posthouse through other mail programs, and some are not on this machine:',
    '',
    ...missing.map(({ check }) => `    ${check.join(' ')}          does not work`),
    '',
    `Install them, on Debian or Ubuntu with: sudo apt-get install ${names}`,
  ].join('\n');
}
