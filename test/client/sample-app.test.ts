/**
 * A program that does not handle a refusal does not compile: the sample app as it is compiles, without any
 * one of its handlers it does not, and neither with a schema that has learned a refusal.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Ended } from './packed-client.js';

const ROOT = resolve(__dirname, '../..');
const APP = readFileSync(join(ROOT, 'client/examples/sample-app/app.ts'), 'utf8');
const HANDLERS = [...APP.slice(APP.indexOf('match(result')).matchAll(/^ {4}(\w+): .*,$/gm)].map(
  ([line, name = '']) => ({
    line,
    name,
  }),
);

/** Compiling takes its time on a busy machine. */
jest.setTimeout(240_000);

describe('the sample app', () => {
  let house: string;
  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'posthouse-sample-'));
    for (const part of ['client', 'schema', 'scripts', 'tsconfig.json', 'package.json'])
      cpSync(join(ROOT, part), join(house, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  });
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  const write = (file: string, text: string) => writeFileSync(join(house, file), text);
  const compiled = () =>
    run(house, 'node_modules/typescript/bin/tsc', '-p', 'client/examples/sample-app');

  it('compiles as it is', async () => {
    expect(HANDLERS.length).toBeGreaterThan(10);
    expect(await compiled()).toEqual({ status: 0, output: '' });
  });

  it('does not compile without any one of its handlers', async () => {
    const variants = HANDLERS.map(({ line, name }) => {
      write(`client/examples/sample-app/without-${name}.ts`, APP.replace(`${line}\n`, ''));
      return `client/examples/sample-app/without-${name}.ts`;
    });
    const config = JSON.parse(
      readFileSync(join(ROOT, 'client/examples/sample-app/tsconfig.json'), 'utf8'),
    ) as object;
    write(
      'client/examples/sample-app/tsconfig.json',
      JSON.stringify({ ...config, include: ['app.ts', 'without-*.ts'] }),
    );
    const { status, output } = await compiled();
    expect(status).not.toBe(0);
    for (const [index, { name }] of HANDLERS.entries()) {
      const errors = output.split('\n').filter((line) => line.startsWith(variants[index] ?? '?'));
      expect({ name, isCaught: errors.length > 0 }).toEqual({ name, isCaught: true });
      expect(output).toMatch(new RegExp(`without-${name}\\.ts[^]*?'${name}'`));
    }
    expect(output).not.toContain('sample-app/app.ts');
    for (const file of variants) rmSync(join(house, file));
    write('client/examples/sample-app/tsconfig.json', JSON.stringify(config));
  });

  it('does not compile any more when the API learns a refusal', async () => {
    const schema = readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8');
    const learned = schema.replace(
      /^(union SendMessageResult = .*)$/m,
      '$1 | MoonTooFull\n\ntype MoonTooFull implements Refusal { code: String! reason: String! path: [String!] }',
    );
    expect(learned).not.toBe(schema);
    write('schema/schema.graphql', learned);
    expect(await run(house, 'scripts/generate-client.js')).toEqual({ status: 0, output: '' });

    const { status, output } = await compiled();
    expect(status).not.toBe(0);
    expect(output).toContain('sample-app/app.ts');
    expect(output).toContain('MoonTooFull');
  });
});

function run(cwd: string, ...args: string[]): Promise<Ended> {
  return new Promise((settle) => {
    const child = execFile(process.execPath, args, { cwd }, (_error, stdout, stderr) => {
      settle({ status: child.exitCode ?? 1, output: stdout + stderr });
    });
  });
}
