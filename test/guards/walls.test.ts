import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CONFIGS = [
  'src',
  'migrations',
  'client',
  'package.json',
  'tsconfig.json',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
  '.prettierrc.json',
  'knip.json',
];

/** What each wall must catch: a file planted in a copy of the project, and the words that name the violation. */
const MISPLACED: Record<string, { file: string; code: string; caught: string }> = {
  'mail that reads files': {
    file: 'src/mail/planted.ts',
    code: `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n`,
    caught: 'mail-is-pure',
  },
  'platform that knows a feature': {
    file: 'src/platform/planted.ts',
    code: `export { Caller } from '../features/accounts/caller.js';\n`,
    caught: 'platform-knows-no-mail',
  },
  'configuration that knows the house': {
    file: 'src/config/planted.ts',
    code: `export { systemClock } from '../platform/clock.js';\n`,
    caught: 'config-knows-nobody',
  },
  'a feature outside its map': {
    file: 'src/features/accounts/planted.ts',
    code: `export { MailServer } from '../servers/mail-server.entity.js';\n`,
    caught: 'feature-map-accounts',
  },
  'a feature that reaches behind a contract': {
    file: 'src/features/delivery/planted.ts',
    code: `export { inside } from '../domains/planted-inside.js';\n`,
    caught: 'feature-contract-delivery',
  },
  'a service that knows a door': {
    file: 'src/features/messages/planted.ts',
    code: `export { inside } from '../../smtp/planted-inside.js';\n`,
    caught: 'features-know-no-door-or-app',
  },
  'a door that knows another door': {
    file: 'src/api/planted.ts',
    code: `export { inside } from '../smtp/planted-inside.js';\n`,
    caught: 'door-api-stands-alone',
  },
  'a product that needs the demo': {
    file: 'src/platform/planted-demo.ts',
    code: `export { LoopbackDns } from '../demo/loopback-dns.js';\n`,
    caught: 'demo-is-known-to-the-entrance-only',
  },
  'production code that needs a test library': {
    file: 'src/platform/planted-dev.ts',
    code: `export { default as check } from 'fast-check';\n`,
    caught: 'production-needs-no-dev-dependency',
  },
  'a client that knows the house': {
    file: 'client/src/planted.ts',
    code: `export { LIMITS } from '../../src/config/limits.js';\n`,
    caught: 'client-stands-alone',
  },
  'a client that needs a package': {
    file: 'client/src/planted-package.ts',
    code: `export { parse } from 'graphql';\n`,
    caught: 'client-stands-alone',
  },
  'a product that needs the client': {
    file: 'src/platform/planted-client.ts',
    code: `export { match } from '../../client/src/results.js';\n`,
    caught: 'client-is-no-part-of-the-product',
  },
  'a cycle': {
    file: 'src/platform/planted-cycle-a.ts',
    code: `import { b } from './planted-cycle-b.js';\nexport const a = () => b;\n`,
    caught: 'no-cycles',
  },
};

const SUPPORTING: Record<string, string> = {
  'src/features/domains/planted-inside.ts': 'export const inside = 1;\n',
  'src/smtp/planted-inside.ts': 'export const inside = 1;\n',
  'src/platform/planted-cycle-b.ts': `import { a } from './planted-cycle-a.js';\nexport const b = () => a;\n`,
};

const FORCED: Record<string, { code: string; caught: string }> = {
  'an environment variable read outside config': {
    code: `export const planted = process.env['HOME'];\n`,
    caught: 'no-restricted-syntax',
  },
  any: {
    code: `export const planted = (value: any): number => Number(value);\n`,
    caught: 'no-explicit-any',
  },
  'a promise that nobody waits for': {
    code: `export function planted(): void {\n  Promise.resolve(1);\n}\n`,
    caught: 'no-floating-promises',
  },
  'a default export': { code: `export default 1;\n`, caught: 'no-restricted-syntax' },
  'a file of 401 lines': {
    code: Array.from({ length: 401 }, (_, line) => `export const planted${line} = ${line};\n`).join(
      '',
    ),
    caught: 'max-lines',
  },
  'five parameters': {
    code: `export const planted = (a: 1, b: 1, c: 1, d: 1, e: 1): number => a + b + c + d + e;\n`,
    caught: 'no-restricted-syntax',
  },
};

describe('the walls of the house', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'posthouse-walls-'));
    for (const part of CONFIGS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('dependency-cruiser catches every planted import', async () => {
    for (const { file, code } of Object.values(MISPLACED)) plant(file, code);
    for (const [file, code] of Object.entries(SUPPORTING)) plant(file, code);

    const report = await run(
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'src',
      'client/src',
    );

    for (const { file, caught } of Object.values(MISPLACED)) {
      expect(report).toMatch(new RegExp(`${caught}: .*${file.replaceAll('.', '\\.')}`));
    }
  });

  it('eslint catches every planted habit', async () => {
    const files = Object.entries(FORCED).map(([, { code }], index) => {
      const file = `src/platform/planted-habit-${index}.ts`;
      plant(file, code);
      return file;
    });

    const report = JSON.parse(await run('eslint', '--format', 'json', ...files)) as {
      messages: { ruleId: string }[];
    }[];

    Object.entries(FORCED).forEach(([habit, { caught }], index) => {
      const rules = report[index]!.messages.map(({ ruleId }) => ruleId);
      expect({ habit, rules }).toEqual({
        habit,
        rules: expect.arrayContaining([expect.stringContaining(caught)]) as string[],
      });
    });
  });

  it('knip catches an unused file and an unused export', async () => {
    plant('src/platform/planted-unused.ts', 'export const nobody = 1;\n');
    const clock = readFileSync(join(copy, 'src/platform/clock.ts'), 'utf8');
    plant('src/platform/clock.ts', `${clock}export const plantedExport = 1;\n`);

    const report = await run('knip', '--no-progress', '--include', 'files,exports');

    expect(report).toContain('src/platform/planted-unused.ts');
    expect(report).toContain('plantedExport');
  });

  it('tsc catches an unchecked index and prettier a stray format', async () => {
    plant(
      'src/platform/planted-type.ts',
      'export const first = (list: string[]): string =>   list[0];\n',
    );

    expect(
      await run(
        'tsc',
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--noUncheckedIndexedAccess',
        'src/platform/planted-type.ts',
      ),
    ).toContain('TS2322');
    expect(await run('prettier', '--check', 'src/platform/planted-type.ts')).toContain(
      'planted-type.ts',
    );
  });

  function plant(file: string, code: string): void {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), code);
  }

  /** Runs a tool that is expected to fail; a tool that finds nothing makes the test fail. */
  function run(tool: string, ...args: string[]): Promise<string> {
    return new Promise((settle, reject) => {
      execFile(
        join(ROOT, 'node_modules/.bin', tool),
        args,
        { cwd: copy, maxBuffer: 2 ** 24 },
        (error, stdout, stderr) => {
          if (error) settle(stdout + stderr);
          else reject(new Error(`${tool} found nothing wrong:\n${stdout}`));
        },
      );
    });
  }
});
