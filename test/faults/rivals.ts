import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type Connection } from 'mariadb';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';

const DEADLOCK = 1213;
const TOO_MANY = 1040;
/** Rows that a rival writes, so that it weighs more and the other side of a deadlock is its victim. */
const WEIGHT = 400;
/** A killed connection makes room only a little later. */
const QUIET_LOOKS = 5;
const LOOK_MS = 50;

/** Somebody else at the database of Posthouse, who gets in its way on purpose. */
export class Rivals {
  private readonly connections: Connection[] = [];

  private constructor(
    private readonly url: string,
    /** Kept open, for when no other gets in. */
    private readonly main: Connection,
  ) {}

  static async at(url: string): Promise<Rivals> {
    const rivals = new Rivals(url, await open(url));
    await rivals.main.query('CREATE DATABASE IF NOT EXISTS rivals');
    await rivals.main.query('CREATE TABLE IF NOT EXISTS rivals.heavy (n BIGINT, who INT)');
    return rivals;
  }

  query<T = unknown>(statement: string): Promise<T> {
    return this.main.query<T>(statement);
  }

  async connect(): Promise<Connection> {
    const connection = await open(this.url);
    this.connections.push(connection);
    return connection;
  }

  /** Deadlocks that this MariaDB has seen so far. */
  async deadlocks(): Promise<number> {
    const [row] = await this.query<{ Value: string }[]>(
      "SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'",
    );
    return Number(row?.Value);
  }

  /** Takes the last lock of Posthouse's transactions first and their first lock last, until told to end. */
  async fightForLocks(serverId: bigint, isOver: () => boolean): Promise<void> {
    const connection = await this.connect();
    while (!isOver()) {
      try {
        await connection.beginTransaction();
        await connection.query(`INSERT INTO rivals.heavy SELECT seq, 1 FROM seq_1_to_${WEIGHT}`);
        await connection.query('SELECT position FROM event_clocks WHERE server_id = ? FOR UPDATE', [
          serverId,
        ]);
        await connection.query(
          'SELECT delivery_id FROM queue WHERE server_id = ? ORDER BY delivery_id DESC LIMIT 50 FOR UPDATE',
          [serverId],
        );
      } catch (error) {
        if (errnoOf(error) !== DEADLOCK) throw error;
      }
      await connection.rollback();
    }
  }

  /** Holds the event clock of a server for so long, which every transaction of its mail needs. */
  async holdClock(serverId: bigint, timeMs: number): Promise<void> {
    const connection = await this.connect();
    await connection.beginTransaction();
    await connection.query('SELECT position FROM event_clocks WHERE server_id = ? FOR UPDATE', [
      serverId,
    ]);
    await sleep(timeMs);
    await connection.rollback();
  }

  /** Ends what Posthouse is about to ask, again and again; resolves with how often. */
  async killQueries(everyMs: number, isOver: () => boolean): Promise<number> {
    let kills = 0;
    for (; !isOver(); await sleep(everyMs)) {
      for (const id of await this.others("COMMAND = 'Query'")) {
        kills += await this.query(`KILL QUERY ${id}`).then(
          () => 1,
          () => 0, // it has gone meanwhile
        );
      }
    }
    return kills;
  }

  /** Ends the connections of everybody else; they may come again. */
  async disconnectOthers(): Promise<number> {
    const ids = await this.others('TRUE');
    for (const id of ids) await this.query(`KILL CONNECTION ${id}`).catch(() => undefined);
    return ids.length;
  }

  /** Takes every connection that there is, and those of Posthouse as they end. */
  async takeAllConnections(): Promise<void> {
    const [row] = await this.query<{ Value: string }[]>("SHOW STATUS LIKE 'Threads_connected'");
    await this.query(`SET GLOBAL max_connections = ${Math.max(10, Number(row?.Value))}`);
    for (let quiet = 0; quiet < QUIET_LOOKS; quiet += 1) {
      while (await this.isLetIn()) quiet = 0;
      if ((await this.disconnectOthers()) > 0) quiet = 0;
      await sleep(LOOK_MS);
    }
  }

  /** Lets everybody in again. */
  async giveBackConnections(): Promise<void> {
    await this.query('SET GLOBAL max_connections = 500');
    await Promise.all(this.connections.splice(0).map((connection) => connection.end()));
  }

  stop(): void {
    for (const connection of this.connections.splice(0)) connection.destroy();
    this.main.destroy(); // MariaDB may have ended it already
  }

  private async isLetIn(): Promise<boolean> {
    try {
      await this.connect();
      return true;
    } catch (error) {
      if (errnoOf(error) !== TOO_MANY) throw error;
      return false;
    }
  }

  private async others(condition: string): Promise<bigint[]> {
    const own = [this.main, ...this.connections].map(({ threadId }) => threadId ?? 0);
    const rows = await this.query<{ id: bigint }[]>(
      `SELECT ID AS id FROM information_schema.processlist
       WHERE USER = 'posthouse' AND ID NOT IN (${own.join(',')}) AND ${condition}`,
    );
    return rows.map(({ id }) => id);
  }
}

async function open(url: string): Promise<Connection> {
  const connection = await createConnection({
    ...{ ...parseDatabaseUrl(url), timezone: 'Z', connectTimeout: 10_000 },
  });
  connection.on('error', () => undefined); // MariaDB may be killed; the next statement tells
  return connection;
}

function errnoOf(error: unknown): unknown {
  return (error as { errno?: number }).errno; // what the driver throws
}
