/** The example of one file, as it stands in the documents, on a fresh installation: from the first sign-in to the mail. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from '../support/eventually.js';
import { Outside } from '../support/outside.js';
import { RunningPosthouse } from '../support/running-posthouse.js';
import { publish, type Published } from './publish.js';

const SCRIPT = resolve(__dirname, '../../docs/examples/build-a-tenant.mjs');
const PATIENCE_MS = 240_000;

describe('the script of one file', () => {
  let folder: string;
  let outside: Outside;
  let posthouse: RunningPosthouse;
  let script: ChildProcess | null = null;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'posthouse-outside-'));
    outside = await Outside.start(folder);
    const settings = Object.entries({ ...outside.settings, LOG_LEVEL: 'warn' });
    posthouse = RunningPosthouse.spawn({
      settings: Object.fromEntries(settings.map(([key, value]) => [`POSTHOUSE_${key}`, value])),
    });
    await posthouse.says('Posthouse is ready.', PATIENCE_MS);
  }, PATIENCE_MS);
  afterAll(async () => {
    script?.kill('SIGKILL');
    await posthouse.stop();
    await outside.stop();
    rmSync(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  it(
    'builds a tenant from nothing through the API alone, and its mail arrives',
    async () => {
      let said = '';
      const { graphql } = posthouse.addresses;
      const words = [graphql, posthouse.setupSecret, 'built.test', 'ann@example.test'];
      script = spawn(process.execPath, [SCRIPT, ...words], { env: {} });
      for (const stream of [script.stdout, script.stderr])
        stream?.on('data', (piece: Buffer) => (said += piece.toString()));
      const ended = new Promise<number | null>((settle) => script?.once('exit', settle));

      const isPublishing = () => recordsIn(said).length > 3 && /\}\n$/.test(said);
      await eventually(isPublishing, (is) => is || script?.exitCode !== null, PATIENCE_MS);
      publish(outside.dns, 'built.test', recordsIn(said));

      expect({ status: await ended, said }).toMatchObject({ status: 0 });
      const mail = await outside.mailbox('ann@example.test').receives();
      expect(mail.parsed.subject).toBe('It works');
      expect(mail.parsed.from?.text).toContain('hello@built.test');
      expect(mail.raw.toString()).toMatch(/^DKIM-Signature: .*d=built\.test/ms);
      for (const made of [
        'organization',
        'mail server',
        'member',
        'verified',
        'API key',
        'access token',
        'message',
        'delivered',
      ])
        expect(said).toMatch(new RegExp(`^${made}: \\S+`, 'm'));
    },
    PATIENCE_MS,
  );
});

function recordsIn(said: string): Published[] {
  return said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Published];
      } catch {
        return []; // only half of it has come
      }
    });
}
