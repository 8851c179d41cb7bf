import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';

/** `before`: the database never hears of it; `after`: it does it, and nobody hears of that. */
export type Cut = 'before' | 'after';

/**
 * Stands between a client and MariaDB, sees every statement, and can end a connection at one of them,
 * as a kill of the client would.
 */
export class StatementProxy {
  /** Asked for every statement; null lets it pass. */
  cutAt: (statement: string) => Cut | null = () => null;
  readonly url: string;

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    private readonly databaseUrl: string,
  ) {
    const url = new URL(databaseUrl);
    url.searchParams.set('socketPath', socketIn(folder));
    this.url = url.href;
    server.on('connection', (client) => this.serve(client));
  }

  static async start(databaseUrl: string): Promise<StatementProxy> {
    const folder = mkdtempSync(join(tmpdir(), 'posthouse-proxy-'));
    const server = createServer();
    server.listen(socketIn(folder));
    await once(server, 'listening');
    return new StatementProxy(server, folder, databaseUrl);
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private serve(client: Socket): void {
    const database = connect(pathOf(this.databaseUrl));
    const end = () => {
      client.destroy();
      database.destroy();
    };
    let isDeaf = false;
    const packets = new Packets((statement) => {
      const cut = this.cutAt(statement);
      if (cut === 'before') end();
      if (cut === 'after') isDeaf = true;
    });
    client.on('data', (chunk: Buffer) => {
      packets.push(chunk);
      if (!client.destroyed) database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => {
      if (isDeaf) end();
      else client.write(chunk);
    });
    for (const socket of [client, database]) socket.on('error', end).on('close', end);
  }
}

const HEADER_BYTES = 4;
const COM_QUERY = 3;

/** Finds the statements in what a client sends: three bytes of length, a number, the command, its text. */
class Packets {
  private buffered = Buffer.alloc(0);

  constructor(private readonly onStatement: (statement: string) => void) {}

  push(chunk: Buffer): void {
    this.buffered = Buffer.concat([this.buffered, chunk]);
    while (this.buffered.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + this.buffered.readUIntLE(0, 3);
      if (this.buffered.length < end) return;
      const isFirst = this.buffered[3] === 0;
      const isQuery = this.buffered[HEADER_BYTES] === COM_QUERY;
      if (isFirst && isQuery)
        this.onStatement(this.buffered.toString('utf8', HEADER_BYTES + 1, end).trim());
      this.buffered = this.buffered.subarray(end);
    }
  }
}

function socketIn(folder: string): string {
  return join(folder, 'mysqld.sock');
}

/** The tests' own MariaDB listens on a unix socket. */
function pathOf(databaseUrl: string): string {
  const { socketPath } = parseDatabaseUrl(databaseUrl);
  if (socketPath === undefined) throw new Error('the proxy needs a database on a unix socket');
  return socketPath;
}
