import { BootstrapError, say } from './project.js';
import { canInstallPackages, installPackages } from './packages.js';
import { findBinary } from './find-binary.js';

const MARIADB = {
  package: 'mariadb-server',
  setting: 'POSTHOUSE_DATABASE_URL',
  programs: [
    ['mariadbd', 'mysqld'],
    ['mariadb-install-db', 'mysql_install_db'],
  ],
};
const REDIS = {
  package: 'redis-server',
  setting: 'POSTHOUSE_REDIS_URL',
  programs: [['redis-server']],
};

/**
 * Afterwards the programs of MariaDB and Redis are on this machine. A service whose URL is in
 * `environment` is somebody else's and needs none.
 */
export function ensureServices(environment) {
  const wanted = [MARIADB, REDIS].filter(({ setting }) => !environment[setting]);
  const missing = wanted.filter(isMissing);
  if (missing.length === 0) return;
  const names = missing.map((service) => service.package);
  if (canInstallPackages()) {
    say(`installing the Debian packages ${names.join(' and ')}; their system services stay off …`);
    if (installPackages(names) && !missing.some(isMissing)) return;
  }
  throw new BootstrapError(instructions(missing));
}

function isMissing({ programs }) {
  return programs.some((names) => findBinary(names) === null);
}

function instructions(missing) {
  const names = missing.map((service) => service.package).join(' ');
  const settings = missing.map((service) => service.setting).join(' and ');
  return [
    'Posthouse runs its own private MariaDB and Redis, but their programs are not on this machine. Either',
    '',
    `    sudo apt-get install ${names}          (Debian, Ubuntu)`,
    '    brew install mariadb redis             (macOS)',
    '',
    `or set ${settings} to servers that you run, or start everything in containers:`,
    '',
    '    docker compose up',
  ].join('\n');
}
