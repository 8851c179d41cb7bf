import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const MARK = 'm'.repeat(40);
const TRICKLE_MS = 10;

/** A field that nobody knows, which a replica reads and forgets: long enough for it to look up from its work. */
const FIELD = Buffer.concat([Buffer.from([0xfa, 1, 0x78, 0x48, 0x00]), Buffer.alloc(2_048, 0x78)]);

/**
 * The master of a Redis that is made its replica. It says nothing, so that its replica has no master; or it
 * sends a copy of its data that has no end, and its replica answers LOADING to everyone for as long.
 */
export class EndlessMaster {
  private readonly sockets = new Set<Socket>();
  private isSending = false;

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.receive(socket));
  }

  static async start(): Promise<EndlessMaster> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new EndlessMaster(server);
  }

  /** Where it is, as REPLICAOF wants it. */
  get address(): string {
    const { address, port } = this.server.address() as AddressInfo; // it listens on TCP
    return `${address} ${port}`;
  }

  beginsToSend(): void {
    this.isSending = true;
  }

  /** Its replica notices, and is one that has no master. */
  breaksOff(): void {
    this.isSending = false;
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.breaksOff();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private receive(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
    socket.setEncoding('latin1').on('data', (text: string) => {
      if (this.isSending) this.answer(socket, text);
    });
  }

  /** Each of its commands comes whole, being short. */
  private answer(socket: Socket, text: string): void {
    for (const [command] of text.matchAll(/PING|REPLCONF|PSYNC/g)) {
      if (command === 'PING') socket.write('+PONG\r\n');
      else if (command === 'REPLCONF') socket.write('+OK\r\n');
      else this.sendData(socket);
    }
  }

  private sendData(socket: Socket): void {
    socket.write(`+FULLRESYNC ${'0'.repeat(40)} 1\r\n$EOF:${MARK}\r\nREDIS0010`);
    const trickle = setInterval(() => socket.write(FIELD), TRICKLE_MS);
    socket.once('close', () => clearInterval(trickle));
  }
}
