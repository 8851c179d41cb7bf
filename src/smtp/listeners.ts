import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS } from '../config/limits.js';
import { Certificate } from './certificate.js';
import { Rounds } from '../platform/rounds.js';
import { ContentRoom } from './content-room.js';
import { Conversation } from './conversation.js';
import type { SmtpDoorParts } from './door.js';
import { listen, parseListenAddress, type ListenAddress } from './listen.js';
import { dismissRevoked } from './login-check.js';
import { ConnectionCount } from './on-connect.js';
import { peerOf } from './peer.js';
import { PosthouseServer } from './posthouse-server.js';
import { REPLIES } from './reply.js';
import { Session, type ListenerName } from './session.js';
import { Wire, type Patience } from './wire.js';

export interface SmtpDoor {
  readonly addresses: Readonly<Record<ListenerName, ListenAddress>>;
  /** Says 421 to whoever is idle, lets transactions finish, and returns when all is closed. */
  stop(): Promise<void>;
}

/** Opens the three SMTP listeners; throws when one cannot be opened. */
export async function startSmtpDoor(parts: SmtpDoorParts): Promise<SmtpDoor> {
  const house = new SmtpHouse(parts, await Certificate.open(parts.config, parts.log));
  try {
    const smtp = await house.open('smtp', 'SMTP_LISTEN');
    const submission = await house.open('submission', 'SUBMISSION_LISTEN');
    const submissions = await house.open('submissions', 'SUBMISSIONS_LISTEN');
    return { addresses: { smtp, submission, submissions }, stop: () => house.stop() };
  } catch (error) {
    await house.stop();
    throw error;
  }
}

type ListenSetting = 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN';

/** How long a peer may take to close after our farewell when the role stops. */
const FAREWELL_MS = 1_000;

class SmtpHouse {
  private readonly servers: PosthouseServer[] = [];
  private readonly count = new ConnectionCount();
  private readonly contents: ContentRoom;
  private readonly talks = new Map<Conversation, Promise<void>>();
  private readonly sockets = new Set<Socket>();
  private readonly patience: Patience;
  private readonly rounds: Rounds<Conversation>;

  constructor(
    private readonly parts: SmtpDoorParts,
    private readonly certificate: Certificate,
  ) {
    const { SMTP_IDLE_TIMEOUT: idleMs, SMTP_MESSAGE_TIMEOUT: messageMs } = parts.config;
    this.contents = new ContentRoom(parts.config.DATA_DIR);
    this.patience = { idleMs, messageMs };
    this.rounds = new Rounds({
      everyMs: LIMITS.loginRecheckMs,
      members: () => this.talks.keys(),
      look: dismissRevoked,
      onError: (error) => parts.log.info({ err: error }, 'a login could not be looked at again'),
    });
  }

  async open(name: ListenerName, setting: ListenSetting): Promise<ListenAddress> {
    const { config, log } = this.parts;
    const tls = { isImplicit: name === 'submissions', timeoutMs: config.SMTP_TLS_TIMEOUT };
    const server = new PosthouseServer(tls, this.certificate.context, {
      onConnection: (socket, id) => this.receive(server, name, socket, id),
      onPeerError: (error) => log.debug({ err: error, listener: name }, 'SMTP connection failed'),
    });
    this.servers.push(server);
    this.certificate.onChange((context) => server.useContext(context));
    const wanted = parseListenAddress(config[setting]);
    const address = await listen(server.server, wanted, config.SMTP_PROCESSES > 1);
    log.info({ listener: name, ...address }, 'SMTP listener is open');
    return address;
  }

  async stop(): Promise<void> {
    this.certificate.close();
    this.rounds.stop();
    for (const server of this.servers) server.stopAccepting();
    for (const { wire } of this.talks.keys()) wire.stop();
    await Promise.race([Promise.all(this.talks.values()), pause(LIMITS.smtpStopMs)]);
    const closed = [...this.sockets].map((socket) => once(socket, 'close'));
    await Promise.race([Promise.allSettled(closed), pause(FAREWELL_MS)]);
    for (const socket of this.sockets) socket.destroy();
  }

  private receive(server: PosthouseServer, name: ListenerName, socket: Socket, id: string): void {
    const { log, admission } = this.parts;
    const onError = (error: Error) =>
      log.debug({ err: error, session: id }, 'SMTP connection lost');
    const peer = peerOf(socket);
    if (!peer || this.sockets.size >= LIMITS.smtpSockets) return void socket.destroy();
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    const wire = new Wire(socket, this.patience, onError);
    const refused = admission.takesSession() ? this.count.enter(peer) : REPLIES.overloaded;
    if (refused) {
      wire.send(refused);
      return wire.end();
    }
    socket.once('close', () => this.count.leave(peer));
    log.debug({ session: id, listener: name, ip: peer.ip }, 'SMTP session');
    const session = new Session(id, name, peer, wire.tls);
    const { contents } = this;
    const secure = (clear: Socket) => server.secure(clear);
    this.follow(new Conversation(session, wire, { ...this.parts, contents, secure }));
  }

  private follow(conversation: Conversation): void {
    const { metrics } = this.parts;
    metrics.smtpSessions.inc();
    const talk = conversation.run().finally(() => {
      this.talks.delete(conversation);
      metrics.smtpSessions.dec();
    });
    this.talks.set(conversation, talk);
  }
}

function pause(ms: number): Promise<void> {
  return delay(ms, undefined, { ref: false });
}
