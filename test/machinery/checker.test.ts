/** Controls of every test that ends with the checker: each thing that may go wrong is planted, and named. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, tally, type Evidence } from '../support/checker.js';
import type { Copy } from '../support/copies.js';
import { eventually } from '../support/eventually.js';
import { Journal, readJournal } from '../support/journal.js';
import { Ledger, type Answer, type Entry } from '../support/ledger.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { SinkLedger } from '../support/sink-ledger.js';
import { ApiSubmitter, SmtpSubmitter } from '../support/submitters.js';
import { startWorld, type World } from '../support/world.js';

const MESSAGES = 6;

describe('the checker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-ledger-'));
  let world: World;
  let evidence: Evidence;
  let first: Entry;
  let copy: Copy;
  beforeAll(async () => {
    world = await startWorld();
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    const journal = await Journal.open(join(folder, 'client.jsonl'));
    const ledger = new Ledger('check', true, { recipients: 2, journal });
    for (const open of [() => new SmtpSubmitter(world, shop), () => new ApiSubmitter(shop)]) {
      await new LedgerDriver(ledger, { messages: MESSAGES / 2, sessions: 2, open }).ended();
    }
    await journal.close();
    await eventually(
      () => world.database.query<{ n: bigint }[]>('SELECT COUNT(*) AS n FROM queue'),
      ([row]) => row?.n === 0n,
    );
    const sinkLedger = await SinkLedger.open(join(folder, 'sink.jsonl'), world.dns);
    for (const mail of world.sink.received) await sinkLedger.record(mail);
    await sinkLedger.close();
    evidence = {
      entries: Ledger.read(join(folder, 'client.jsonl')),
      copies: SinkLedger.read(join(folder, 'sink.jsonl')),
      database: world.database,
      needsDkim: true,
    };
    first = evidence.entries[0]!;
    copy = evidence.copies.find(({ recipient }) => recipient === first.recipient)!;
  });
  afterAll(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds nothing where nothing is wrong, with both ledgers read back from disk', async () => {
    expect(await check(evidence)).toEqual([]);
    expect(await tally(evidence)).toEqual({
      ...{ acked: MESSAGES, nacked: 0, unknown: 0 },
      ...{ delivered: 2 * MESSAGES, bounced: 0, queued: 0, lost: 0, doubled: 0 },
    });
  });

  /** What the checker says after this statement, which is taken back. */
  async function planted(statement: string, parameters: unknown[] = []): Promise<string[]> {
    await world.database.query('START TRANSACTION');
    try {
      await world.database.query(statement, parameters);
      return await check(evidence);
    } finally {
      await world.database.query('ROLLBACK');
    }
  }

  function told(...answers: readonly Answer['verdict'][]): Evidence {
    const entry = Object.assign(Object.create(first) as Entry, {
      tries: answers.length,
      answers: answers.map((verdict) => ({ verdict, said: verdict })),
    });
    return { ...evidence, entries: [entry, ...evidence.entries.slice(1)] };
  }

  it('I1: acknowledged, and there is no trace', async () => {
    const found = await planted('DELETE FROM deliveries WHERE recipient LIKE ?', [`${first.id}.%`]);
    expect(found).toContain(`I1 acknowledged, and there is no trace: ${first.recipient}`);
  });

  it('I1: acknowledged for a part of the recipients', async () => {
    const found = await planted('DELETE FROM deliveries WHERE recipient = ?', [first.recipient]);
    expect(found).toContain(`I1 taken for a part of its recipients: ${first.id}`);
  });

  it('I1: not ended', async () => {
    const found = await planted(`UPDATE deliveries SET status = 'QUEUED' WHERE recipient = ?`, [
      first.recipient,
    ]);
    expect(found).toContain(`I1 has not ended: ${first.recipient}`);
  });

  it('I1: delivered, and did not arrive', async () => {
    const copies = evidence.copies.filter(({ recipient }) => recipient !== first.recipient);
    const found = await check({ ...evidence, copies });
    expect(found).toEqual([`I1 delivered, and did not arrive: ${first.recipient}`]);
    expect((await tally({ ...evidence, copies })).lost).toBe(1);
  });

  it('I1: content that is gone', async () => {
    expect(await planted('DELETE FROM message_contents LIMIT 1')).toEqual([
      'I1 1 × a message without content',
    ]);
  });

  it('I2: refused, and taken all the same', async () => {
    expect(await check(told('nacked', 'nacked'))).toEqual(
      first.recipients.map((recipient) => `I2 refused, and taken all the same: ${recipient}`),
    );
    expect(await check(told('nacked', 'unknown'))).toEqual([]);
  });

  it('I3: taken more often than it was submitted', async () => {
    const twice = `INSERT INTO deliveries (server_id, id, message_id, recipient, destination, status, created_at)
                   SELECT server_id, id + 1000000, message_id, recipient, destination, status, created_at
                   FROM deliveries WHERE recipient = ?`;
    const found = await planted(twice, [first.recipient]);
    expect(found).toContain(`I3 taken more often than it was submitted: ${first.recipient}`);
  });

  it('I4: a double that no crash explains', async () => {
    const copies = [...evidence.copies, { ...copy, connection: copy.connection + 1 }];
    const crash = {
      inFlight: new Set([first.recipient]),
      leasedUntil: new Date(0),
      connections: copy.connection,
    };
    expect(await check({ ...evidence, copies })).toEqual([
      `I4 a double that no crash explains: ${first.recipient}`,
    ]);
    expect((await tally({ ...evidence, copies })).doubled).toBe(1);
    expect(await check({ ...evidence, copies, crashes: [crash] })).toEqual([]);
    const before = { ...crash, connections: copy.connection - 1 };
    expect(await check({ ...evidence, copies, crashes: [before] })).toHaveLength(1);
  });

  it('I5: other content, and a signature that does not verify', async () => {
    const others = evidence.copies.filter((each) => each !== copy);
    const changed = { ...copy, bodySha256: 'other' };
    expect(await check({ ...evidence, copies: [...others, changed] })).toEqual([
      `I5 arrived with other content: ${first.recipient}`,
    ]);
    expect(await check({ ...evidence, copies: [...others, { ...copy, dkim: 'fail' }] })).toEqual([
      `I5 a signature does not verify: ${first.recipient}`,
    ]);
  });

  it('I5: sees a signature that was tampered with', async () => {
    const ledger = await SinkLedger.open(join(folder, 'tampered.jsonl'), world.dns);
    const [mail] = world.sink.received;
    await ledger.record({ ...mail!, raw: Buffer.from(`${mail!.raw.toString()}P.S.\r\n`) });
    await ledger.record({ ...mail!, raw: Buffer.from('Subject: unsigned\r\n\r\n') });
    await ledger.close();
    expect(ledger.copies.map(({ dkim }) => dkim)).toEqual(['neutral', 'none']);
  });

  it.each([
    ['no end', `DELETE FROM events WHERE kind = 'DELIVERED' ORDER BY position DESC LIMIT 1`],
    [
      'an end of another kind',
      `UPDATE events SET kind = 'BOUNCED' WHERE kind = 'DELIVERED' LIMIT 1`,
    ],
  ])('I6: %s was announced', async (_what, statement) => {
    const found = await planted(statement);
    expect(found).toContain('I6 1 × not exactly one terminal event of its kind');
  });

  it('I6: a gap', async () => {
    const found = await planted('UPDATE event_clocks SET position = position + 1');
    expect(found).toEqual(['I6 1 × a gap in the events of a server']);
  });

  it('I7: attempts that do not add up', async () => {
    const found = await planted('UPDATE deliveries SET attempts = attempts + 1 LIMIT 1');
    expect(found).toEqual(['I7 1 × not as many attempts as it says']);
  });

  it('I8: a lease that is left behind', async () => {
    const leased = `INSERT INTO queue (server_id, delivery_id, message_id, destination, due_at, lease_token, lease_until)
                    SELECT server_id, id, message_id, destination, created_at, 1, NOW(6) - INTERVAL 6 SECOND
                    FROM deliveries LIMIT 1`;
    const found = await planted(leased);
    expect(found).toContain('I8 1 × left leased after its lease and 5 seconds');
  });
});

describe('the journal', () => {
  it('keeps whole lines, whoever writes at the same time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'posthouse-journal-'));
    const path = join(folder, 'lines.jsonl');
    const journal = await Journal.open(path);
    await Promise.all(Array.from({ length: 200 }, (_, line) => journal.write({ line })));
    await journal.write({ line: 200 });
    await journal.close();
    expect(readJournal(path)).toEqual(Array.from({ length: 201 }, (_, line) => ({ line })));
    rmSync(folder, { recursive: true, force: true });
  });
});
