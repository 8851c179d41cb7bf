import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, makeServer, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { LIMITS } from '../config/limits.js';
import { ANONYMOUS } from './authentication.js';
import { Rounds } from '../platform/rounds.js';
import { maskErrors } from './masking.js';
import { requestIdOf, withRequestId } from './request-scope.js';
import {
  SocketOperations,
  type SocketExtra,
  type SocketParts,
  type SocketPayload,
  TRY_AGAIN_LATER,
} from './socket-operations.js';

/** Close codes of RFC 6455 §7.4 that the GraphQL protocol leaves to us. */
const SERVICE_RESTART = 1012;
const CLOSE_PATIENCE_MS = 2_000;

/**
 * GraphQL over WebSocket (graphql-transport-ws): opens, watches and closes sockets. A reader that does
 * not take what it asked for is closed, not buffered without bound.
 */
export class SocketDoor {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.socketMessageBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  private readonly protocol: Server<SocketExtra>;
  private readonly answered = new WeakSet<WebSocket>();
  private readonly known = new Map<WebSocket, SocketExtra>();
  private readonly rounds: Rounds<SocketExtra>;
  private readonly heartbeat: NodeJS.Timeout;
  private readonly closing: AbortSignal;

  constructor(
    parts: Omit<SocketParts, 'maskError'>,
    private readonly log: Logger,
  ) {
    this.closing = parts.closing;
    const operations = new SocketOperations({ ...parts, maskError: maskErrors(log) });
    this.protocol = makeServer<SocketPayload, SocketExtra>(operations.options);
    this.heartbeat = setInterval(() => {
      this.beat();
    }, LIMITS.socketHeartbeatMs).unref();
    this.rounds = new Rounds({
      everyMs: LIMITS.loginRecheckMs,
      members: () => this.known.values(),
      look: (extra) => operations.dismissRevoked(extra),
      onError: (error) => log.info({ err: error }, 'a caller could not be looked at again'),
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.closing.aborted) {
      socket.destroy();
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (opened) => {
      this.open(opened, request);
    });
  }

  /** Tells every reader that the service restarts, so that it comes back with its cursor. */
  async close(): Promise<void> {
    clearInterval(this.heartbeat);
    this.rounds.stop();
    const all = [...this.sockets.clients];
    const gone = Promise.all(
      all.map((socket) => new Promise((resolve) => socket.once('close', resolve))),
    );
    for (const socket of all) socket.close(SERVICE_RESTART, 'Restarting');
    const patience = setTimeout(() => {
      for (const socket of all) socket.terminate();
    }, CLOSE_PATIENCE_MS);
    await gone;
    clearTimeout(patience);
    this.sockets.close();
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    const gone = new AbortController();
    const close = (code: number, reason: string) => socket.close(code, reason);
    const extra: SocketExtra = {
      ...{ request, gone: gone.signal, asker: ANONYMOUS, close },
      send: (data) => sendNow(socket, data),
    };
    this.known.set(socket, extra);
    this.answered.add(socket);
    socket.on('pong', () => this.answered.add(socket));
    socket.on('error', (error) => {
      this.log.info({ err: error }, 'WebSocket failed'); // ws closes it with the right code
    });
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close,
        onMessage: (receive) => {
          socket.on('message', (data: Buffer) => {
            withRequestId(requestIdOf(undefined), () => receive(data.toString())).catch(
              (error: unknown) => {
                this.fail(socket, error);
              },
            );
          });
        },
      },
      extra,
    );
    socket.once('close', (code, reason) => {
      this.known.delete(socket);
      gone.abort();
      closed(code, reason.toString()).catch((error: unknown) => {
        this.log.error({ err: error }, 'WebSocket could not be cleaned up');
      });
    });
  }

  /** A socket that has not answered the last ping is gone, or not reading. */
  private beat(): void {
    for (const socket of this.sockets.clients) {
      if (!this.answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }

  private fail(socket: WebSocket, error: unknown): void {
    // The library has no other sign for what only a server may say.
    if (error instanceof Error && error.message.startsWith('Unexpected message of type')) {
      socket.close(CloseCode.BadRequest, 'Unexpected message');
      return;
    }
    this.log.error({ err: error }, 'WebSocket message failed');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  }
}

/** Resolves once the bytes left this process, so that a stream waits for its reader. */
function send(socket: WebSocket, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) {
      resolve();
      return;
    }
    if (socket.bufferedAmount > LIMITS.socketUnsentBytes)
      socket.close(TRY_AGAIN_LATER, 'Reading too slowly');
    socket.send(data, (error) => {
      if (error && socket.readyState === socket.OPEN) reject(error);
      else resolve();
    });
  });
}

/** Waits only where something waits already: what a write leaves behind holds up the next. */
function sendNow(socket: WebSocket, data: string): Promise<void> | null {
  if (socket.bufferedAmount > 0) return send(socket, data);
  if (socket.readyState === socket.OPEN) socket.send(data);
  return null;
}
