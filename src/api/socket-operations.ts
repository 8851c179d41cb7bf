import type { IncomingMessage } from 'node:http';
import {
  GraphQLError,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import {
  CloseCode,
  MessageType,
  type Context,
  type OperationResult,
  type ServerOptions,
  type SubscribePayload,
} from 'graphql-ws';
import { LIMITS } from '../config/limits.js';
import { nameOfCaller } from './caller-name.js';
import { proofOf, type Asker, type Authenticator, type Proof } from './authentication.js';
import type { DocumentService } from '../features/documents/documents.service.js';
import { originOf, plainAddress, type Exchange } from './exchange.js';
import { keptDocument, type AskedDocument } from './kept-documents.js';
import { currentRequestId } from './request-scope.js';
import { Shares } from './shares.js';
import type { Yoga } from './yoga.js';

/** Close code of RFC 6455 §7.4 for whoever has too much already, or reads too slowly. */
export const TRY_AGAIN_LATER = 1013;

export type SocketPayload = Record<string, unknown>;

export interface SocketExtra {
  readonly request: IncomingMessage;
  /** Aborted when the socket has closed. */
  readonly gone: AbortSignal;
  asker: Asker;
  close(code: number, reason: string): void;
  /** Null when all of it has left this process already. */
  send(data: string): Promise<void> | null;
}

/** What the sockets of one door share. */
export interface SocketParts {
  readonly yoga: Yoga;
  readonly authenticator: Authenticator;
  readonly documents: Pick<DocumentService, 'textOf'>;
  readonly maskError: (error: unknown) => GraphQLError;
  /** Aborted when the door closes. */
  readonly closing: AbortSignal;
}

type SocketContext = Context<SocketPayload, SocketExtra>;

/** What Yoga's plugins make of graphql-js for one operation; Yoga itself types it loosely. */
interface Pipeline {
  readonly schema: GraphQLSchema;
  parse(query: string): DocumentNode;
  validate(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[];
  contextFactory(): Promise<object>;
  execute(args: ExecutionArgs): OperationResult;
  subscribe(args: ExecutionArgs): OperationResult;
}

/**
 * Runs operations that come over a WebSocket through the same pipeline as HTTP. The caller is known
 * from `authorization` in the connection_init payload or from the session cookie, and looked up again
 * for every operation.
 */
export class SocketOperations {
  private readonly shares = new Shares(LIMITS.socketsPerCaller);
  private readonly pipelines = new WeakMap<ExecutionArgs, Pipeline>();

  constructor(private readonly parts: SocketParts) {}

  get options(): ServerOptions<SocketPayload, SocketExtra> {
    return {
      connectionInitWaitTimeout: LIMITS.socketInitMs,
      onConnect: (context) => this.connect(context),
      onSubscribe: (context, id, payload) => this.prepare(context, id, payload),
      execute: (args) => this.answered(() => this.pipelineOf(args).execute(args)),
      subscribe: (args) => this.answered(() => this.pipelineOf(args).subscribe(args)),
      onError: (_context, _id, _payload, errors) => errors.map(presentable),
      onNext: (...[, , , , { errors, ...result }]) =>
        errors ? { ...result, errors: errors.map(presentable) } : undefined,
    };
  }

  /** False closes with 4403: a socket is for somebody. */
  private async connect({ extra, connectionParams }: SocketContext): Promise<boolean> {
    try {
      const { request } = extra;
      const proof = socketProof(request, connectionParams);
      extra.asker = await this.parts.authenticator.asker(proof, originOf(clientOf(request)));
    } catch (error) {
      if (error instanceof GraphQLError) return false;
      throw error;
    }
    return extra.asker.caller.isSignedIn && this.hasRoom(extra);
  }

  /** Closes a socket that does nothing once its token, key or session no longer holds. */
  async dismissRevoked(extra: SocketExtra): Promise<void> {
    const { asker, gone } = extra;
    if (!asker.caller.isSignedIn || gone.aborted) return;
    if (!(await isStillKnown(asker))) extra.close(CloseCode.Forbidden, 'Forbidden');
  }

  private hasRoom(extra: SocketExtra): boolean {
    const { asker, gone } = extra;
    const name = nameOfCaller(asker.caller.identity) ?? 'nobody';
    const giveBack = this.shares.take(name);
    if (giveBack) gone.addEventListener('abort', giveBack, { once: true });
    else extra.close(TRY_AGAIN_LATER, 'Too many sockets');
    if (gone.aborted) giveBack?.();
    return giveBack !== null;
  }

  private async prepare(
    { extra, subscriptions }: SocketContext,
    id: string,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    if (Object.keys(subscriptions).length > LIMITS.subscriptionsPerSocket) {
      extra.close(CloseCode.BadRequest, 'Too many subscriptions');
      return [new GraphQLError('Too many subscriptions')];
    }
    try {
      extra.asker = { ...extra.asker, caller: await extra.asker.refreshCaller() };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      extra.close(CloseCode.Forbidden, 'Forbidden');
      return [error];
    }
    return this.argumentsOf(this.exchangeOf(extra, id), payload);
  }

  private async argumentsOf(
    exchange: Exchange,
    payload: SubscribePayload & AskedDocument,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { operationName, variables: variableValues } = payload;
    try {
      const kept = await keptDocument(this.parts.documents, exchange.asker.caller, payload);
      const params = { query: kept ?? payload.query, operationName, variables: variableValues };
      const pipeline = this.parts.yoga.getEnveloped({ exchange, params }) as Pipeline;
      const document = pipeline.parse(params.query);
      const errors = pipeline.validate(pipeline.schema, document);
      if (errors.length > 0) return errors;
      const contextValue = await pipeline.contextFactory();
      const args = {
        schema: pipeline.schema,
        document,
        contextValue,
        operationName,
        variableValues,
      };
      this.pipelines.set(args, pipeline);
      return args;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  /** What fails before anything runs is an answer, too, and no end of the socket. */
  private async answered(run: () => OperationResult): Promise<Awaited<OperationResult>> {
    try {
      return await run();
    } catch (error) {
      return { errors: [this.parts.maskError(error)] };
    }
  }

  private pipelineOf(args: ExecutionArgs): Pipeline {
    const pipeline = this.pipelines.get(args);
    if (!pipeline) throw new Error('this operation was not prepared');
    return pipeline;
  }

  private exchangeOf({ request, asker, gone, ...extra }: SocketExtra, id: string): Exchange {
    const start = `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`;
    return {
      requestId: currentRequestId(),
      ...clientOf(request),
      idempotencyKey: null,
      gone,
      closing: this.parts.closing,
      asker,
      setSessionCookie: () => undefined, // headers are long sent
      sendAnswer: (text) => extra.send(`${start}${text}}`),
    };
  }
}

async function isStillKnown({ watchCaller }: Asker): Promise<boolean> {
  try {
    return (await watchCaller()).isSignedIn;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

function clientOf({ socket, headers }: IncomingMessage): Pick<Exchange, 'clientIp' | 'userAgent'> {
  return {
    clientIp: plainAddress(socket.remoteAddress),
    userAgent: headers['user-agent'] ?? null,
  };
}

/** A browser cannot give a WebSocket headers of its own. */
function socketProof(request: IncomingMessage, payload: SocketPayload | undefined): Proof {
  const given = payload?.authorization ?? payload?.Authorization;
  return { ...proofOf(request), authorization: typeof given === 'string' ? given : null };
}

/** HTTP statuses stay inside. */
function presentable(error: GraphQLError): GraphQLFormattedError {
  const inside = { http: undefined, unexpected: undefined }; // JSON leaves these out
  return { ...error.toJSON(), extensions: { ...error.extensions, ...inside } };
}
