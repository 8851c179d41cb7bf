/** What package-lock.json says of one place in node_modules. */
export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Specs;
  readonly devDependencies?: Specs;
  readonly optionalDependencies?: Specs;
}

type Specs = Readonly<Record<string, string>>;

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface Manifest {
  readonly dependencies: Specs;
  readonly devDependencies: Specs;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

/** Places in node_modules with what is locked there, without the project itself. */
export function lockedIn({ packages }: Lockfile): [place: string, locked: LockedPackage][] {
  return Object.entries(packages).filter(([place]) => place !== '');
}

/** The name of the package at a place; an alias keeps the name that it is installed under. */
export function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Packages that may be something else tomorrow: no exact version, no hash of the content, or no registry. */
export function unpinned(lock: Lockfile): string[] {
  return lockedIn(lock)
    .filter(([, locked]) => !isPinned(locked))
    .map(([place]) => place);
}

function isPinned({ version = '', integrity = '', resolved = 'https://', link }: LockedPackage) {
  const isExact = /^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version);
  return isExact && /^sha512-./.test(integrity) && resolved.startsWith('https://') && link !== true;
}

/** Dependencies, of ours or of others, that name a repository, an address or a folder instead of a version. */
export function fromElsewhere(lock: Lockfile): string[] {
  return Object.entries(lock.packages).flatMap(([place, locked]) =>
    Object.entries({
      ...locked.dependencies,
      ...locked.devDependencies,
      ...locked.optionalDependencies,
    })
      .filter(([, spec]) => /[:/]/.test(spec.replace(/^npm:(@[\w.-]+\/)?[\w.-]+@/, '')))
      .map(([name]) => `${place === '' ? 'package.json' : place} wants ${name}`),
  );
}

/** Dependencies that package.json and the lockfile do not tell alike. */
export function adrift({ dependencies, devDependencies }: Manifest, lock: Lockfile): string[] {
  const root = lock.packages[''] ?? {};
  const told: Specs = { ...dependencies, ...devDependencies };
  const locked: Specs = { ...root.dependencies, ...root.devDependencies };
  return Object.keys({ ...told, ...locked }).filter((name) => told[name] !== locked[name]);
}

/** Packages that run a program when they are installed, and those that package.json has a word on, where these differ. */
export function undecidedScripts({ allowScripts }: Manifest, lock: Lockfile): string[] {
  const running = lockedIn(lock)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => nameOf(place));
  const decided = Object.keys(allowScripts);
  return [
    ...running.filter((name) => !decided.includes(name)),
    ...decided.filter((name) => !running.includes(name)),
  ];
}

/** Licences of what is shipped together with AGPL-3.0-or-later. */
const SHIPPED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'LGPL-2.1-or-later',
  'MIT',
  'MIT-0',
];
/** Tools stay at home: their licences need only let them be used. */
const AT_HOME = [...SHIPPED, 'CC-BY-4.0', 'Python-2.0'];

/** Packages under a licence that is not on the list. */
export function underOtherLicences(lock: Lockfile): string[] {
  return lockedIn(lock)
    .filter(([, { license = '', dev }]) => !mayBeUsed(license, dev === true ? AT_HOME : SHIPPED))
    .map(([place, { license = 'none' }]) => `${place}: ${license}`);
}

/** Of `A OR B` one must be on the list, of `A AND B` both. */
function mayBeUsed(expression: string, list: readonly string[]): boolean {
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => list.includes(id)));
}
