import { createServer, type Server } from 'node:net';

/** Listens where no mail may go, and counts who comes. */
export class Trap {
  connections = 0;

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.connections += 1;
      socket.on('error', () => undefined).destroy();
    });
  }

  /** A machine without IPv6 has nothing to trap there. */
  static async set(host: string, port: number): Promise<Trap> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        host.includes(':') && error.code === 'EADDRNOTAVAIL' ? resolve() : reject(error),
      );
      server.listen(port, host, resolve);
    });
    return new Trap(server);
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
