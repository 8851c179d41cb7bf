import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';

/**
 * Stands between a world and MariaDB and writes down every statement as it goes over the wire, whatever
 * driver sent it. Unlike the general log it hears nobody else and can be used by any number of tests.
 */
export class StatementTape {
  readonly statements: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: string,
  ) {}

  /** In front of the database server of a URL. */
  static async start(target: string): Promise<StatementTape> {
    const { socketPath, host, port } = parseDatabaseUrl(target);
    const server = createServer();
    const tape = new StatementTape(server, target);
    server.on('connection', (client) => {
      const upstream = socketPath === undefined ? connect(port ?? 3306, host) : connect(socketPath);
      const packets = new ClientPackets((command) => tape.hear(command));
      client.on('data', (bytes: Buffer) => packets.push(bytes));
      client.pipe(upstream).pipe(client);
      for (const [socket, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        tape.sockets.add(socket);
        socket.on('error', () => other.destroy());
        socket.on('close', () => other.destroy());
      }
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return tape;
  }

  /** The URL for those whose statements are to be heard. */
  get url(): string {
    const url = new URL(this.target);
    url.searchParams.delete('socketPath');
    const { port } = this.server.address() as AddressInfo; // a TCP server has an AddressInfo
    url.host = `127.0.0.1:${port}`;
    return url.href;
  }

  stop(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private hear(command: Buffer): void {
    const code = command[0] ?? 0;
    if (WITH_STATEMENT.has(code)) this.statements.push(command.toString('latin1', 1));
    else if (!WITHOUT_STATEMENT.has(code)) this.statements.push(`unknown command ${code}`);
  }
}

/** COM_QUERY and COM_STMT_PREPARE. */
const WITH_STATEMENT = new Set([0x03, 0x16]);
/** Quit, init db, ping, change user, execute, send long data, close, reset, set option, reset connection, bulk execute. */
const WITHOUT_STATEMENT = new Set([
  0x01, 0x02, 0x0e, 0x11, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1f, 0xfa,
]);

const HEADER_BYTES = 4;
const FULL_PACKET_BYTES = 0xffffff;

/** The commands in what a client sends: packets that begin a sequence, with what continues them. */
class ClientPackets {
  private pending = Buffer.alloc(0);
  private pieces: Buffer[] = [];

  constructor(private readonly onCommand: (command: Buffer) => void) {}

  push(bytes: Buffer): void {
    this.pending = Buffer.concat([this.pending, bytes]);
    while (this.pending.length >= HEADER_BYTES) {
      const length = this.pending.readUIntLE(0, 3);
      const end = HEADER_BYTES + length;
      if (this.pending.length < end) return;
      this.take(this.pending.readUInt8(3), this.pending.subarray(HEADER_BYTES, end));
      this.pending = this.pending.subarray(end);
    }
  }

  /** A packet with another number is an answer within the login, or goes on where a full one ended. */
  private take(sequence: number, payload: Buffer): void {
    if (sequence !== 0 && this.pieces.length === 0) return;
    this.pieces.push(payload);
    if (payload.length === FULL_PACKET_BYTES) return;
    this.onCommand(Buffer.concat(this.pieces));
    this.pieces = [];
  }
}
