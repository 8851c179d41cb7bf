/**
 * J-11: what is installed is what was chosen: every package is pinned by version and hash, comes from a
 * registry, runs a program at installation only where package.json has decided on that, and has a licence
 * that goes with ours; what lies in node_modules says the same of itself; and npm makes a full bill of
 * materials of it, without a network.
 *
 * Known holes are no part of this: only a registry knows them, and a run without one must not look like an
 * answer. `npm audit --audit-level=high` asks, and fails where nobody answers.
 *
 * Controls: a lockfile that breaks each rule is found, package by package.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  adrift,
  fromElsewhere,
  lockedIn,
  nameOf,
  underOtherLicences,
  undecidedScripts,
  unpinned,
  type LockedPackage,
  type Lockfile,
  type Manifest,
} from './lockfile-rules.js';

const ROOT = resolve(__dirname, '../..');
const lock = read('package-lock.json') as Lockfile;
const manifest = read('package.json') as Manifest;

describe('J-11 the packages that Posthouse is made of', () => {
  it('are pinned, chosen and ours to use', () => {
    expect(lockedIn(lock).length).toBeGreaterThan(100);
    expect(unpinned(lock)).toEqual([]);
    expect(fromElsewhere(lock)).toEqual([]);
    expect(adrift(manifest, lock)).toEqual([]);
    expect(undecidedScripts(manifest, lock)).toEqual([]);
    expect(underOtherLicences(lock)).toEqual([]);
  });

  it('let one program run at installation, and it is not shipped', () => {
    const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
    expect(allowed).toEqual([['node', true]]);
    expect(lock.packages['node_modules/node']?.dev).toBe(true);
  });

  it('say of themselves what the lockfile says', () => {
    const installed = lockedIn(lock).filter(([place]) =>
      existsSync(join(ROOT, place, 'package.json')),
    );
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.flatMap(([place, locked]) => contradictions(place, locked))).toEqual([]);
  });

  it('are all on the bill of materials, with licence and hash', async () => {
    const { bomFormat, components } = JSON.parse(
      await npm('sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'),
    ) as Bill;
    expect(bomFormat).toBe('CycloneDX');
    expect(new Set(components.map(({ purl }) => decodeURIComponent(purl)))).toEqual(
      new Set(
        lockedIn(lock).map(
          ([place, { name = nameOf(place), version }]) => `pkg:npm/${name}@${version}`,
        ),
      ),
    );
    const bare = components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length);
    expect(bare).toEqual([]);
  });
});

describe('J-11 a lockfile that breaks a rule (control)', () => {
  const good = {
    version: '1.2.3',
    integrity: 'sha512-abc=',
    license: 'MIT',
  };

  it.each<[string, (broken: Lockfile) => string[], LockedPackage, string]>([
    ['a range', unpinned, { ...good, version: '^1.2.3' }, 'node_modules/planted'],
    ['no hash', unpinned, { version: '1.2.3', license: 'MIT' }, 'node_modules/planted'],
    ['a weak hash', unpinned, { ...good, integrity: 'sha1-abc=' }, 'node_modules/planted'],
    [
      'a repository',
      unpinned,
      { ...good, resolved: 'git+ssh://git@host.test/a.git#1' },
      'node_modules/planted',
    ],
    [
      'an open line',
      unpinned,
      { ...good, resolved: 'http://host.test/a.tgz' },
      'node_modules/planted',
    ],
    ['a folder', unpinned, { ...good, resolved: '../a', link: true }, 'node_modules/planted'],
    [
      'a dependency on a repository',
      fromElsewhere,
      { ...good, dependencies: { other: 'github:somebody/other' } },
      'node_modules/planted wants other',
    ],
    [
      'a dependency on somebody’s branch',
      fromElsewhere,
      { ...good, dependencies: { other: 'somebody/other#main' } },
      'node_modules/planted wants other',
    ],
    [
      'a dependency on a folder',
      fromElsewhere,
      { ...good, optionalDependencies: { other: 'file:../other' } },
      'node_modules/planted wants other',
    ],
    [
      'a program at installation',
      (broken) => undecidedScripts(manifest, broken),
      { ...good, hasInstallScript: true },
      'planted',
    ],
    [
      'no licence',
      underOtherLicences,
      { version: '1.2.3', integrity: 'sha512-abc=' },
      'node_modules/planted: none',
    ],
    [
      'a licence that forbids',
      underOtherLicences,
      { ...good, license: 'BUSL-1.1' },
      'node_modules/planted: BUSL-1.1',
    ],
    [
      'a licence that does not go with ours',
      underOtherLicences,
      { ...good, license: 'GPL-2.0-only' },
      'node_modules/planted: GPL-2.0-only',
    ],
    [
      'one licence of two',
      underOtherLicences,
      { ...good, license: '(MIT AND SSPL-1.0)' },
      'node_modules/planted: (MIT AND SSPL-1.0)',
    ],
    [
      'a licence for tools only, shipped',
      underOtherLicences,
      { ...good, license: 'CC-BY-4.0' },
      'node_modules/planted: CC-BY-4.0',
    ],
  ])('is found: %s', (_, rule, planted, finding) => {
    expect(rule(withPlanted(planted))).toEqual([finding]);
  });

  it('is found: a package.json that asks for something else', () => {
    const changed = { ...manifest, dependencies: { ...manifest.dependencies, ws: '^9.0.0' } };
    expect(adrift(changed, lock)).toEqual(['ws']);
  });

  it('is found: a decision about a program that is not there', () => {
    const changed = { ...manifest, allowScripts: { ...manifest.allowScripts, gone: true } };
    expect(undecidedScripts(changed, lock)).toEqual(['gone']);
  });

  it('is found: an installed package that is another one than locked', () => {
    const [place = '', locked = {}] =
      lockedIn(lock).find(([each]) => nameOf(each) === 'node') ?? [];
    expect(contradictions(place, { ...locked, version: '0.0.1', license: 'ISC' })).toEqual([
      `${place}: version`,
      `${place}: licence`,
    ]);
    expect(contradictions(place, { ...locked, hasInstallScript: false })).toEqual([
      `${place}: runs a program at installation`,
    ]);
  });

  it('is let pass: a choice of licences with one of ours', () => {
    expect(underOtherLicences(withPlanted({ ...good, license: '(MIT OR SSPL-1.0)' }))).toEqual([]);
  });

  function withPlanted(planted: LockedPackage): Lockfile {
    return { packages: { ...lock.packages, 'node_modules/planted': planted } };
  }
});

interface Installed {
  readonly version: string;
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly purl: string;
    readonly licenses?: readonly unknown[];
    readonly hashes?: readonly unknown[];
  }[];
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

/** Where a package in node_modules is not what the lockfile takes it for. */
function contradictions(place: string, locked: LockedPackage): string[] {
  const found = read(join(place, 'package.json')) as Installed;
  const { preinstall, install, postinstall } = found.scripts ?? {};
  const runs =
    [preinstall, install, postinstall].some(Boolean) ||
    existsSync(join(ROOT, place, 'binding.gyp'));
  return [
    ...(found.version === locked.version ? [] : ['version']),
    ...(found.license === locked.license ? [] : ['licence']),
    ...(runs && locked.hasInstallScript !== true ? ['runs a program at installation'] : []),
  ].map((what) => `${place}: ${what}`);
}

/** The npm that runs the tests, else the one on the machine. */
async function npm(...words: readonly string[]): Promise<string> {
  const running = process.env['npm_execpath'] ?? '';
  const command = running.endsWith('.js') ? [process.execPath, running] : ['npm'];
  const [program = '', ...first] = command;
  const options = { cwd: ROOT, maxBuffer: 67_108_864 };
  const { stdout } = await promisify(execFile)(program, [...first, ...words], options);
  return stdout;
}
