import type { Socket } from 'node:net';
import type { SecureContext, TLSSocket } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { LIMITS } from '../config/limits.js';

export interface ListenerTls {
  /** From the first byte on, instead of after STARTTLS. */
  readonly isImplicit: boolean;
  /** For a whole handshake, however it trickles in. */
  readonly timeoutMs: number;
}

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
    tls: ListenerTls,
    context: SecureContext,
    private readonly handlers: ServerHandlers,
  ) {
    super({
      secure: tls.isImplicit,
      logger: false,
      disableReverseLookup: true,
      maxClients: LIMITS.smtpConnections,
      socketTimeout: tls.timeoutMs,
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
    stayOpenAfterEnd(socket);
    this.handlers.onConnection(socket, details?.id ?? '');
  }

  /** The TLS handshake of STARTTLS. */
  async secure(socket: Socket): Promise<TLSSocket> {
    if (socket.destroyed) throw new Error('The peer has gone'); // TLS on such a socket crashes Node
    socket.allowHalfOpen = false; // whoever hangs up in the handshake has gone
    // smtp-server puts the TLS socket in its place. Only that one may be destroyed in a handshake:
    // destroying the socket below it crashes Node.
    this._pendingSockets.set(socket, socket);
    return new Promise((resolve, reject) => {
      this._upgrade(socket, (error, secured) => {
        this._pendingSockets.delete(socket);
        if (secured) return resolve(stayOpenAfterEnd(secured));
        socket.destroy();
        reject(error ?? new Error('TLS handshake failed'));
      });
    });
  }

  /** Stops accepting; handshakes are cut. */
  stopAccepting(): void {
    this.server.close();
    // A socket accepted in this turn gets its TLS in the next; destroyed before, it crashes Node.
    setImmediate(() => {
      for (const socket of this._pendingSockets.values()) socket.destroy();
    });
  }
}

/** A peer that has said all it wants still hears our replies; the session closes the socket then. */
function stayOpenAfterEnd<S extends Socket>(socket: S): S {
  socket.allowHalfOpen = true;
  return socket;
}
