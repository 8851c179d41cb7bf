/**
 * A-30 in small, `npm run test:chaos`: mail through both doors of two machines, while every role, MariaDB,
 * Redis and the links between them are killed, frozen, flushed and cut at random. Afterwards everything must
 * balance: nothing lost, and a double only of what a worker had sent and could not record.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPrivateServices, type PrivateServices } from '../../src/app/services/services.js';
import { createLog } from '../../src/platform/log.js';
import { check, deliveredTo, tally } from '../support/checker.js';
import { eventually } from '../support/eventually.js';
import { Journal } from '../support/journal.js';
import { Ledger } from '../support/ledger.js';
import { SinkLedger } from '../support/sink-ledger.js';
import { TwoMachines } from '../support/two-machines.js';
import type { Tenant } from '../support/tenant.js';
import { Load, TENANTS } from './load.js';
import { Nemesis, type Happening } from './nemesis.js';
import { readOptions } from './options.js';
import { accountOf, append, causesOf, describe as inWords, mysteries } from './report.js';
import { Scene } from './scene.js';
import { release } from './release.js';
import { Watch, type Excuse } from './watch.js';

const LEASE_MS = 5_000;
const TELL_MS = 10_000;
const DRAIN_MS = 600_000;
const TARGETS = ['api', 'smtp', 'worker', 'mariadb', 'redis'];
const VERIFY_ONE_IN = 10;

const SETTINGS = {
  LEASE: `${LEASE_MS}ms`,
  API_PROCESSES: '2',
  SMTP_PROCESSES: '2',
  WORKER_PROCESSES: '1',
  RETRY_ATTEMPTS: '100',
  RETRY_FACTOR: '1',
};

describe('chaos', () => {
  const options = readOptions();
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-chaos-'));
  let services: PrivateServices;
  let machines: TwoMachines;
  let receivers: SinkLedger;
  const tenants: Tenant[] = [];
  let isKept = false;
  beforeAll(async () => {
    services = await startPrivateServices({
      dataDir: join(folder, 'services'),
      log: createLog({ level: 'silent' }, {}),
    });
    const record: SinkLedger['record'] = (mail) => receivers.record(mail);
    machines = await TwoMachines.start({
      ...{ services, settings: SETTINGS, sink: { keep: false, record } },
    });
    for (let number = 1; number <= TENANTS; number += 1) {
      const tenant = await machines.world.aServer({ verifiedDomain: `shop${number}.test` });
      await tenant.smtpLogin();
      machines.world.receiver(`shop${number}.test`, machines.receivers); // where reports go
      tenants.push(tenant);
    }
    const path = join(folder, 'receivers.jsonl');
    receivers = await SinkLedger.open(path, machines.world.dns, VERIFY_ONE_IN);
    machines.world.sink.scripts.forever('*', { at: 'dot', delayMs: 10 }); // so that workers are busy
  }, 180_000);
  afterAll(async () => {
    await machines.stop();
    await services.stop();
    if (!isKept) rmSync(folder, { recursive: true, force: true });
  }, 180_000);

  it(
    'balances',
    async () => {
      const { world } = machines;
      const journal = await Journal.open(join(folder, 'clients.jsonl'));
      const startedAt = Date.now();
      const watch = new Watch(world, receivers);
      const load = new Load(machines, tenants, { options, watch }, journal);
      const scene = new Scene(machines, services, load, watch, LEASE_MS);
      const nemesis = new Nemesis(scene, options.seed);
      const telling = setInterval(() => {
        const seconds = Math.round((Date.now() - startedAt) / 1_000);
        const { copies } = receivers;
        say(
          `chaos: ${seconds} s, submitted ${load.submitted}, arrived ${copies.length}, in the queue ${watch.waiting}, kills ${nemesis.kills}\n`,
        );
      }, TELL_MS);

      await sleep(options.minutes * 60_000);
      if (options.messages === null) await load.finish();
      await load.ended();
      await nemesis.stop();
      machines.heal();
      const seconds = (Date.now() - startedAt) / 1_000;
      const released = await rest();
      clearInterval(telling);
      await watch.stop();
      await journal.close();

      const entries = Ledger.read(join(folder, 'clients.jsonl'));
      const { copies } = receivers;
      const evidence = { entries, copies, database: world, crashes: scene.excuses };
      const broken = await check(evidence);
      broken.push(...badSignatures());
      const { hits, kills } = nemesis;
      const doubles = causesOf(copies, await deliveredTo(world), scene.excuses);
      const account = accountOf({
        ...{ options, seconds, kills, hits, released, broken, doubles, copies },
        tally: await tally(evidence),
      });
      say(inWords(account));
      say(mysteries(broken, copies, nemesis.story));
      say(`chaos: heard ${JSON.stringify(load.heard)}\n`);
      append(account);
      if (broken.length > 0) keepEvidence(scene.excuses, nemesis.story);

      expect(broken).toEqual([]);
      expect(TARGETS.filter((target) => (hits[target]?.busy ?? 0) === 0)).toEqual([]);

      /** Until every delivery has ended; those that are held because their workers died are let go. */
      async function rest(): Promise<number> {
        const held = new Set<string>();
        await eventually(
          async () => {
            await sleep(1_000); // so that the watch has looked again
            const ids = await Promise.all(tenants.map(release)).catch(() => [['the API is away']]);
            for (const id of ids.flat()) held.add(id);
            return watch.waiting + ids.flat().length;
          },
          (left) => left === 0,
          DRAIN_MS,
        ).catch(() => undefined); // the verdict names what is left
        return held.size;
      }
    },
    24 * 3_600_000,
  );

  /** For whom it falls to find out why. */
  function keepEvidence(excuses: readonly Excuse[], story: readonly Happening[]): void {
    isKept = true;
    const seen = excuses.map(({ inFlight, ...rest }) => ({ ...rest, inFlight: [...inFlight] }));
    writeFileSync(join(folder, 'seen.json'), JSON.stringify({ excuses: seen, story }));
    for (const { helo, posthouse } of [machines.first, machines.second]) {
      writeFileSync(join(folder, `${helo}.log`), posthouse.text);
    }
    say(`chaos: both ledgers and the logs are in ${folder}\n`);
  }

  function badSignatures(): string[] {
    return receivers.copies
      .filter(({ dkim, recipient }) => dkim !== null && dkim !== 'pass' && !isReport(recipient))
      .map(({ recipient, dkim }) => `I5 a signature says ${dkim ?? ''}: ${recipient}`);
  }
});

/** Reports to senders carry no signature. */
function isReport(recipient: string): boolean {
  return /@shop\d*\.test$/.test(recipient);
}

function say(text: string): void {
  process.stderr.write(text);
}
