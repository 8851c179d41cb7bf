/**
 * R8: the client hears within ACCEPT_TIMEOUT, whatever the database does, and what it hears is true: after 451
 * nothing is there. Control: with the time-out out of reach there is no answer.
 */
import { createConnection, type Connection } from 'mariadb';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';
import { itLong } from '../support/figures.js';
import { beginData, SmtpHouse } from '../smtp/smtp-house.js';

const CONTENT = 'From: app@shop.test\r\n\r\nhello\r\n.\r\n';

describe('R8 a database that does not come to an end', () => {
  let house: SmtpHouse;
  let rival: Connection;
  beforeAll(async () => {
    house = await SmtpHouse.start({ ACCEPT_TIMEOUT: '1s' });
    await house.shop.send(); // so that its event clock exists
    rival = await createConnection({ ...parseDatabaseUrl(house.world.database.url) });
  });
  afterAll(async () => {
    await rival.end();
    await house.stop();
  });

  /** While somebody else holds the row that every accept needs. */
  async function whileLocked<T>(work: () => Promise<T>, holder = rival): Promise<T> {
    await holder.query('START TRANSACTION');
    await holder.query('SELECT position FROM event_clocks FOR UPDATE');
    try {
      return await work();
    } finally {
      await holder.query('ROLLBACK');
    }
  }

  it('SMTP: is answered 451, and nothing was taken', async () => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    await whileLocked(async () => {
      await beginData(peer);
      await peer.send(CONTENT);
      await peer.hears(451, '4.3.0');
    });

    await beginData(peer);
    await peer.send(CONTENT);
    await peer.hears(250);
    peer.close();
    expect(await house.countMessages()).toBe(before + 1);
  });

  it('SMTP: is answered 451 in every session that waits', async () => {
    const before = await house.countMessages();
    const peers = await Promise.all(Array.from({ length: 20 }, () => house.submitter()));
    await whileLocked(async () => {
      for (const peer of peers) await beginData(peer);
      await Promise.all(peers.map((peer) => peer.send(CONTENT)));
      await Promise.all(peers.map((peer) => peer.hears(451, '4.3.0')));
    });
    for (const peer of peers) peer.close();
    expect(await house.countMessages()).toBe(before);
  });

  it('GraphQL: is an error, and nothing was taken', async () => {
    const before = await house.countMessages();
    await whileLocked(() => expect(house.shop.send()).rejects.toThrow('GraphQL answered'));
    expect(await house.countMessages()).toBe(before);
  });

  itLong('control: is waited for when the limit is out of reach', async () => {
    const patient = await SmtpHouse.start({ ACCEPT_TIMEOUT: '1h' });
    await patient.shop.send();
    const other = await createConnection({ ...parseDatabaseUrl(patient.world.database.url) });
    const peer = await patient.submitter();
    await beginData(peer);
    await whileLocked(async () => {
      await peer.send(CONTENT);
      await expect(peer.next(3_000)).rejects.toThrow('no reply in time');
    }, other);
    await peer.hears(250);
    peer.close();
    await other.end();
    await patient.stop();
  });
});
