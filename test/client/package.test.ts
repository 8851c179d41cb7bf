/** What is published: the compiled client with its types, and nothing that it needs besides. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProjectWithClient } from './packed-client.js';

const SOURCES = resolve(__dirname, '../../client/src');

/** Compiling takes its time on a busy machine. */
jest.setTimeout(240_000);

describe('the package of the client', () => {
  let project: ProjectWithClient;
  beforeAll(async () => {
    project = await ProjectWithClient.make();
  });
  afterAll(() => project.remove());

  const installed = (file: string) =>
    readFileSync(join(project.folder, 'node_modules/@posthouse/client', file), 'utf8');

  it('holds what was compiled, with types, and how to use it', () => {
    const modules = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `dist/${file.slice(0, -3)}`);
    const compiled = modules.flatMap((module) => [`${module}.js`, `${module}.d.ts`]);
    expect([...project.files].sort()).toEqual([...compiled, 'README.md', 'package.json'].sort());
  });

  it('says its licence, needs no other package and runs nothing when it is installed', () => {
    const manifest = JSON.parse(installed('package.json')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      name: '@posthouse/client',
      type: 'module',
      sideEffects: false,
    });
    expect(manifest['license']).toMatch(/^[\w.-]+$/);
    for (const part of ['dependencies', 'peerDependencies', 'scripts', 'private'])
      expect(manifest).not.toHaveProperty(part);
  });

  it('imports itself only, so that it runs wherever fetch does', () => {
    for (const file of project.files.filter((one) => one.endsWith('.js'))) {
      const imported = [...installed(file).matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'/g)];
      const foreign = imported
        .map(([, a, b]) => a ?? b ?? '')
        .filter((name) => !name.startsWith('.'));
      expect({ file, foreign }).toEqual({ file, foreign: [] });
    }
  });

  it('has three ways in, with types, and no other', async () => {
    project.write(
      'ways-in.ts',
      `import { Posthouse } from '@posthouse/client';
       import { Client, match } from '@posthouse/client/core';
       import { sendMessage } from '@posthouse/client/operations';
       const client: Client = new Posthouse({ url: 'http://localhost/graphql' });
       export const sent = async (): Promise<string> =>
         match(await client.run(sendMessage, { input: { from: 'a@b.test' } }), {
           SendMessageSuccess: ({ message }) => message.id,
         }, ({ reason }) => reason);
       console.log(client instanceof Client, sendMessage.isKeyed);`,
    );
    expect(await project.compile()).toEqual({ status: 0, output: '' });
    expect(await project.node(['ways-in.js'])).toEqual({ status: 0, output: 'true true\n' });

    project.write('inside.js', `import '@posthouse/client/dist/http.js';`);
    const inside = await project.node(['inside.js']);
    expect(inside.output).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
