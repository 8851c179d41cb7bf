import { formatDate } from './date.js';
import { formatHeaderField } from './header-field.js';

/** What a door knows about how a message came. */
export interface Arrival {
  /** As the client said it: nothing in it can be trusted. */
  readonly heloName: string;
  readonly clientIp: string;
  readonly byHostname: string;
  readonly protocol: string;
  /** Protocol and cipher, where the connection is encrypted. */
  readonly tls?: string | null;
  readonly id: string;
  readonly date: Date;
  /** Only for a single recipient: more would tell each about the others. */
  readonly forRecipient?: string | null;
  /** The tenant's wish that receivers do not learn where its mail comes from. */
  readonly privacy: boolean;
}

/** The trace field (RFC 5321 §4.4), folded, without its last CRLF. */
export function receivedField(arrival: Arrival): string {
  const { byHostname, protocol, tls, id, date, forRecipient } = arrival;
  const clauses = [
    arrival.privacy ? '' : `from ${safeHelo(arrival.heloName)} (${literal(arrival.clientIp)})`,
    tls ? `(using ${tls.replace(/[^\w .:-]/g, '_')})` : '',
    `by ${byHostname} with ${protocol} id ${id}`,
    forRecipient && ASCII.test(forRecipient) ? `for <${forRecipient}>` : '',
  ].filter((clause) => clause !== '');
  return formatHeaderField('Received', `${clauses.join(' ')}; ${formatDate(date)}`).trimEnd();
}

/** The protocol name for the `with` clause (RFC 3848, RFC 6531 §4.3). */
export function protocolName(session: {
  readonly isExtended: boolean;
  readonly isEncrypted: boolean;
  readonly isAuthenticated: boolean;
  readonly isSmtputf8: boolean;
}): string {
  if (!session.isExtended) return 'SMTP';
  const name = session.isSmtputf8 ? 'UTF8SMTP' : 'ESMTP';
  return `${name}${session.isEncrypted ? 'S' : ''}${session.isAuthenticated ? 'A' : ''}`;
}

const ASCII = /^[!-~]+$/;
const HOST_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,253}[A-Za-z0-9])?$/;
const ADDRESS_LITERAL = /^\[[A-Za-z0-9.:]{2,50}\]$/;

function safeHelo(name: string): string {
  return HOST_NAME.test(name) || ADDRESS_LITERAL.test(name) ? name : 'unknown';
}

function literal(ip: string): string {
  return ip.includes(':') ? `[IPv6:${ip}]` : `[${ip}]`;
}
