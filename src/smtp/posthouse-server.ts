import type { Socket } from 'node:net';
import type { SecureContext, TLSSocket } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { LIMITS } from '../config/limits.js';

/** How long a TLS handshake may take. */
const HANDSHAKE_MS = 30_000;

export interface ServerHandlers {
  /** A connection that is ready for its greeting, through TLS where the listener is implicit TLS. */
  readonly onConnection: (socket: Socket, id: string) => void;
  /** Failed handshakes and the like: the peer's doing. */
  readonly onPeerError: (error: Error) => void;
}

/**
 * smtp-server as the keeper of sockets: it accepts, guards what has no session yet and speaks TLS,
 * implicit or after STARTTLS. The protocol is ours, see docs/adr.
 */
export class PosthouseServer extends SMTPServer {
  constructor(
    isImplicitTls: boolean,
    context: SecureContext,
    private readonly handlers: ServerHandlers,
  ) {
    super({
      secure: isImplicitTls,
      logger: false,
      disableReverseLookup: true,
      maxClients: LIMITS.smtpConnections,
      socketTimeout: HANDSHAKE_MS,
      allowHalfOpen: true,
      noDelay: true,
    });
    this.useContext(context);
    this.on('error', handlers.onPeerError);
  }

  /** New connections use this certificate; open ones keep theirs. */
  useContext(context: SecureContext): void {
    this.secureContext.set('*', context);
  }

  /** Called by smtp-server for each connection; we make the session instead of it. */
  override connect(socket: Socket, details?: { id?: string } | null): void {
    this.handlers.onConnection(socket, details?.id ?? '');
  }

  /** The TLS handshake of STARTTLS. */
  secure(socket: Socket): Promise<TLSSocket> {
    return new Promise((resolve, reject) => {
      this._upgrade(socket, (error, secured) => {
        if (secured) return resolve(secured);
        socket.destroy();
        reject(error ?? new Error('TLS handshake failed'));
      });
    });
  }

  /** Stops accepting; connections that have no session yet are cut. */
  stopAccepting(): void {
    this.server.close();
    for (const socket of this._pendingSockets.values()) socket.destroy();
  }
}
