import type { SmtpLogin } from '../features/servers/smtp-login.js';
import type { DsnNotify } from '../features/messages/delivery.entity.js';
import type { Peer } from './peer.js';

/** Which of the three doors a peer came through. */
export type ListenerName = 'smtp' | 'submission' | 'submissions';

/** What one MAIL command began and RSET, EHLO, STARTTLS or the end of DATA ends. */
export interface Transaction {
  readonly mailFrom: string;
  readonly smtputf8: boolean;
  readonly dsn: { readonly ret: 'FULL' | 'HDRS' | null; readonly envid: string | null };
  readonly recipients: EnvelopeRecipient[];
  /** Return-path addresses of our own deliveries, which anyone may write to. */
  readonly returnPaths: string[];
  /** Who is responsible for the recipients: AUTH, or else the address of the peer. */
  login: SmtpLogin | null;
}

export interface EnvelopeRecipient {
  readonly address: string;
  readonly notify: readonly DsnNotify[] | null;
  readonly orcpt: string | null;
}

/** What is known of one connection: who speaks, over what, and how far they have come. */
export class Session {
  /** HELO or EHLO name; null before. */
  helloName: string | null = null;
  isExtended = false;
  login: SmtpLogin | null = null;
  transaction: Transaction | null = null;
  errors = 0;
  failedLogins = 0;
  /** DATA was refused and no other command came since: what follows may be a message. */
  isDataRefused = false;

  constructor(
    readonly id: string,
    readonly listener: ListenerName,
    readonly peer: Peer,
    /** Protocol and cipher; null on a clear connection. */
    public tls: string | null,
  ) {}

  /** The login, as one that came from this peer. */
  cameFrom(login: SmtpLogin | null): SmtpLogin | null {
    const origin = { ipAddress: this.peer.ip, userAgent: null };
    return login && { ...login, caller: login.caller.from(origin) };
  }

  get isSecure(): boolean {
    return this.tls !== null;
  }

  greet(name: string, isExtended: boolean): void {
    this.helloName = name;
    this.isExtended = isExtended;
    this.transaction = null;
  }

  /** Forgets all that was said in clear (RFC 3207 §4.2). */
  becomeSecure(tls: string): void {
    this.tls = tls;
    this.helloName = null;
    this.isExtended = false;
    this.login = null;
    this.transaction = null;
  }
}
