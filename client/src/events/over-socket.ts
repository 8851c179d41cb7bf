import { dataOf, errorOf, type Answer, type SaidError } from '../answer.js';
import { InvalidOperation, NetworkFailure, TimedOut } from '../errors.js';
import type { Question } from '../http.js';
import { authorizationOf } from '../settings.js';
import { reasonOf } from '../waiting.js';
import { Inbox } from './inbox.js';
import { errorOfClose } from './socket-close.js';
import type { Carriage, Way } from './way.js';

const PROTOCOL = 'graphql-transport-ws';
const AROUND = { requestId: null };

type Said =
  | { readonly type: 'connection_ack' | 'complete' | 'ping' | 'pong' }
  | { readonly type: 'next'; readonly payload: Answer }
  | { readonly type: 'error'; readonly payload: readonly SaidError[] };

/**
 * graphql-transport-ws, one socket for one stream. A socket cannot be made to wait, so it is closed when
 * too many events lie unread; what was not taken comes again behind the last cursor.
 */
export const overSocket: Way = async function* (settings, question, carriage) {
  const Socket = settings.webSocket;
  if (!Socket) throw new InvalidOperation('There is no WebSocket here; give one as an option');
  const authorization = await authorizationOf(settings);
  const inbox = new Inbox<Answer>(carriage.ahead);
  const socket = new Socket(settings.url.replace(/^http/, 'ws'), PROTOCOL);
  const conversation = new Conversation(socket, { question, authorization, inbox, carriage });
  try {
    for await (const answer of inbox.read()) yield dataOf(answer, AROUND);
  } finally {
    conversation.end();
  }
};

interface Parts {
  readonly question: Question;
  readonly authorization: string | null;
  readonly inbox: Inbox<Answer>;
  readonly carriage: Carriage;
}

class Conversation {
  private heardAt = Date.now();
  private readonly heartbeat: ReturnType<typeof setInterval>;
  private readonly leave = () => {
    this.parts.inbox.fail(reasonOf(this.parts.carriage.signal));
  };

  constructor(
    private readonly socket: WebSocket,
    private readonly parts: Parts,
  ) {
    const { inbox, carriage, authorization } = parts;
    socket.onopen = () => {
      this.say({
        type: 'connection_init',
        payload: authorization === null ? {} : { authorization },
      });
    };
    socket.onmessage = ({ data }) => {
      this.hear(String(data));
    };
    socket.onclose = (event) => {
      inbox.fail(errorOfClose(event));
    };
    socket.onerror = () => {
      inbox.fail(new NetworkFailure('The socket failed'));
    };
    if (carriage.signal.aborted) this.leave();
    else carriage.signal.addEventListener('abort', this.leave);
    this.heartbeat = setInterval(() => {
      this.beat();
    }, carriage.silenceMs / 3);
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.parts.carriage.signal.removeEventListener('abort', this.leave);
    this.socket.onmessage = null;
    this.socket.close(1000);
  }

  private hear(text: string): void {
    this.heardAt = Date.now();
    try {
      this.take(JSON.parse(text) as Said); // the protocol knows no others
    } catch (cause) {
      this.parts.inbox.fail(new NetworkFailure('The socket said what is no message', { cause }));
    }
  }

  private take(said: Said): void {
    const { inbox, carriage, question } = this.parts;
    switch (said.type) {
      case 'connection_ack':
        carriage.heard();
        this.say({ id: '1', type: 'subscribe', payload: question });
        break;
      case 'next':
        if (!inbox.put(said.payload)) this.end();
        break;
      case 'error':
        inbox.fail(errorOf(said.payload[0] ?? { message: 'The subscription failed' }, AROUND));
        break;
      case 'complete':
        inbox.close();
        break;
      case 'ping':
        this.say({ type: 'pong' });
    }
  }

  /** Asks for a sign of life, and gives up when there was none. */
  private beat(): void {
    const { inbox, carriage } = this.parts;
    if (Date.now() - this.heardAt > carriage.silenceMs) {
      inbox.fail(new TimedOut(`Nothing was heard for ${carriage.silenceMs} ms`));
    } else {
      this.say({ type: 'ping' });
    }
  }

  private say(message: object): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(message));
  }
}
