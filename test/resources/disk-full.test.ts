/**
 * the disk under MariaDB gets full. Mail is refused with 452 before that hurts, what was accepted is
 * delivered all the same, and when there is room again nobody has to start anything.
 *
 * Control: without the reserve MAIL is answered 250 on a full disk, and what happens then is up to MariaDB,
 * which may end; even so nothing that was acknowledged is lost.
 */
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { violations } from '../support/audit.js';
import { eventually } from '../support/eventually.js';
import { figure, isLong } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { SmallDisk } from './small-disk.js';

const DISK_MB = 640;
const RESERVE_BYTES = 64 * 1_048_576;
const ROUNDS = figure({ t0: 1, long: 10 });
const PROCESSES = ['api-1', 'smtp-1', 'worker-1'];

/** Needs the right to mount, which a container may lack; then it says so. */
const probe = SmallDisk.make(1);
probe?.remove();
const describeWithDisk = probe ? describe : describe.skip;

describeWithDisk('A-13 a full disk under MariaDB', () => {
  const worlds = [true, ...(isLong ? [false] : [])];

  describe.each(worlds)('with a reserve: %s', (hasReserve) => {
    let disk: SmallDisk;
    let world: RunningWorld;
    let shop: Tenant;
    beforeAll(async () => {
      disk = SmallDisk.make(DISK_MB)!;
      const reserve = hasReserve ? RESERVE_BYTES : 0;
      world = await RunningWorld.start({
        parent: disk.folder,
        settings: { DISK_RESERVE_BYTES: String(reserve), RETRY_FIRST: '1s', RETRY_FACTOR: '1' },
      });
      shop = await world.aServer({ verifiedDomain: 'shop.test' });
    }, 120_000);
    afterAll(async () => {
      disk.empty();
      await world.stop();
      disk.remove();
    }, 120_000);

    const load = async (ledger: Ledger, messages: number) => {
      const drivers = [
        new LedgerDriver(ledger, {
          messages,
          sessions: 2,
          open: () => new SmtpSubmitter(world, shop),
        }),
        new LedgerDriver(ledger, { messages, sessions: 2, open: () => new ApiSubmitter(shop) }),
      ];
      await Promise.all(drivers.map((driver) => driver.ended()));
    };

    async function answerToMail(): Promise<string> {
      const { username, password } = await shop.smtpLogin();
      const peer = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
      await peer.greets();
      await peer.logsIn(username, password);
      await peer.say('MAIL FROM:<app@shop.test>');
      const reply = await peer.next();
      peer.close();
      return `${reply?.code ?? ''} ${reply?.enhanced ?? ''}`;
    }

    const untilTaken = () =>
      eventually(
        () =>
          shop.send({ to: ['probe@example.test'] }).then(
            () => true,
            () => false,
          ),
        (isTaken) => isTaken,
        60_000,
      );

    it(
      'refuses mail, keeps what it has, and goes on by itself',
      async () => {
        const processes = world.pidsOf(...PROCESSES);
        const ledger = new Ledger(`disk-${String(hasReserve)}`, false);
        for (let round = 0; round < ROUNDS; round += 1) {
          world.sink.scripts.forever('*', refuse('connect', '421 4.3.2 not now'));
          await load(ledger, 10);
          disk.fill(hasReserve ? RESERVE_BYTES / 2 : 0);
          await eventually(answerToMail, (answer) => (answer === '452 4.3.1') === hasReserve);

          const before = ledger.acked;
          await load(ledger, hasReserve ? 5 : 40);
          if (hasReserve) expect(ledger.acked).toBe(before);

          world.sink.scripts.forever('*', null);
          if (hasReserve) await world.drained();
          disk.empty();
          await untilTaken();
          await world.drained();
        }
        await load(ledger, 10);
        await world.drained();

        expect(ledger.judge(world.sink)).toMatchObject({ lost: [], doubled: [], mixedUp: [] });
        expect(world.pidsOf(...PROCESSES)).toEqual(processes);
        expect(await violations(world)).toEqual([]);
        expect(await damagedTables()).toEqual([]);
      },
      figure({ t0: 120_000, long: 900_000 }),
    );

    async function damagedTables(): Promise<string[]> {
      const tables = await world.query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
      );
      const names = tables.map(({ name }) => `\`${name}\``).join(', ');
      const checks = await world.query<{ Msg_type: string; Msg_text: string; Table: string }[]>(
        `CHECK TABLE ${names}`,
      );
      return checks
        .filter(({ Msg_text }) => Msg_text !== 'OK')
        .map(({ Table, Msg_text }) => `${Table}: ${Msg_text}`);
    }
  });
});
