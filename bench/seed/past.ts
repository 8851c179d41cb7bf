/**
 * Mail of the past: what years of work leave behind, in the shapes that Posthouse itself writes. One delivery
 * for each message, in the order of time; the number of a message says what it is.
 */
export interface Past {
  readonly serverId: bigint;
  readonly domainId: bigint | null;
  readonly messages: number;
  /** When the first was accepted, and how much later each next one. */
  readonly since: Date;
  readonly everyMs: number;
  /** Ended, nearly all well; or deferred, and due again from that moment on, a few each millisecond. */
  readonly state: 'ended' | { readonly dueFrom: Date };
  /** So many domains, twenty recipients at each. */
  readonly destinations: number;
  /** The last so many still have their content. */
  readonly contents: number;
  readonly hasAttempts: boolean;
}

/** A part of a past: numbers of its first and last message, from 1. */
export interface Slice {
  readonly past: Past;
  readonly first: number;
  readonly last: number;
}

export const EVENTS_EACH = 2;

const CONTENT_LINE = 'It is on its way to you and will be there soon.\\r\\n';
const CONTENT_BYTES = 10_240;
const RETENTION_DAYS = 90;
const TRIES = 3;

/** Statements that write a slice whose events come after a position, each into one table. */
export function statementsFor(slice: Slice, position: bigint): string[] {
  const { past, first, last } = slice;
  const withContent = Math.max(first, past.messages - past.contents + 1);
  return [
    messages(slice),
    ...(withContent > last ? [] : [contents({ ...slice, first: withContent })]),
    deliveries(slice),
    ...(past.state === 'ended' ? [] : [queue(slice)]),
    ...(past.hasAttempts ? [attempts(slice)] : []),
    ...events(slice, position),
  ];
}

function messages(slice: Slice): string {
  const { serverId, domainId } = slice.past;
  return `INSERT INTO messages (server_id, id, direction, domain_id, mail_from, header_from, subject,
      message_id_header, tag, size_bytes, door, client_ip, expires_on, accepted_at)
    SELECT ${serverId}, message_id, 'OUTGOING', ${domainId ?? 'NULL'}, sender, sender, CONCAT('Your order ', seq),
      CONCAT('<', seq, '.${serverId}@past.test>'),
      CASE WHEN seq % 20000 = 12 THEN 'rare' WHEN seq DIV 2 % 2 THEN NULL ELSE ELT(1 + seq % 3, 'order', 'news', 'bill') END,
      ${CONTENT_BYTES}, IF(seq % 2, 'SMTP', 'GRAPHQL'), '127.0.0.1',
      DATE(accepted_at) + INTERVAL ${RETENTION_DAYS} DAY, accepted_at FROM ${mail(slice)}`;
}

function contents(slice: Slice): string {
  return `INSERT INTO message_contents (server_id, message_id, expires_on, encoding, content)
    SELECT ${slice.past.serverId}, message_id, DATE(accepted_at) + INTERVAL ${RETENTION_DAYS} DAY, 'IDENTITY',
      CONCAT('From: ', sender, '\\r\\nTo: ', recipient, '\\r\\nSubject: Your order ', seq, '\\r\\n\\r\\n',
        REPEAT('${CONTENT_LINE}', ${Math.floor(CONTENT_BYTES / 50)})) FROM ${mail(slice)}`;
}

function deliveries(slice: Slice): string {
  const attempts = slice.past.state === 'ended' ? "IF(status = 'HELD', 0, 1)" : String(TRIES);
  return `INSERT INTO deliveries (server_id, id, message_id, recipient, destination, status, held_because,
      attempts, next_attempt_at, settled_at, created_at)
    SELECT ${slice.past.serverId}, delivery_id, message_id, recipient, destination, status,
      IF(status = 'HELD', 'The credential holds its messages', NULL), ${attempts}, due_at,
      IF(status IN ('QUEUED', 'HELD'), NULL, accepted_at), accepted_at FROM ${mail(slice)}`;
}

function queue(slice: Slice): string {
  return `INSERT INTO queue (server_id, delivery_id, message_id, destination, due_at)
    SELECT ${slice.past.serverId}, delivery_id, message_id, destination, due_at FROM ${mail(slice)}`;
}

function attempts(slice: Slice): string {
  const decision = JSON.stringify({
    ...{ host: 'mx.past.test', address: '192.0.2.25', port: 25, sourceAddress: null },
    ...{ helo: 'mail.past.test', tls: 'TLSv1.3 TLS_AES_256_GCM_SHA384', returnPath: 'x@past.test' },
    signatures: [{ domain: 'past.test', selector: 'ph1', algorithm: 'rsa-sha256' }],
    reasons: [{ rule: 'mx', because: 'preference 10' }],
  });
  return `INSERT INTO attempts (server_id, id, delivery_id, number, outcome, decision, transcript, started_at, duration_ms)
    SELECT ${slice.past.serverId}, delivery_id + 1, delivery_id, 1, CONCAT('{"kind":"',
        IF(status = 'QUEUED', 'DEFERRED', status), '","code":250,"enhancedCode":"2.0.0","reply":"2.0.0 Ok","stage":"content"}'),
      '${decision}', REPEAT('< 250 2.1.0 Ok and what else was said\\n', 8), accepted_at, 87
    FROM ${mail(slice)} WHERE status <> 'HELD'`;
}

/** Two for each message. */
function events(slice: Slice, position: bigint): string[] {
  const { serverId } = slice.past;
  const at = (place: number) => `${position} + (seq - ${slice.first}) * ${EVENTS_EACH} + ${place}`;
  const columns = 'events (server_id, position, kind, message_id, delivery_id, data, at)';
  return [
    `INSERT INTO ${columns} SELECT ${serverId}, ${at(1)}, 'ACCEPTED', message_id, NULL, '{}', accepted_at
     FROM ${mail(slice)}`,
    `INSERT INTO ${columns} SELECT ${serverId}, ${at(2)}, IF(status = 'QUEUED', 'DEFERRED', status), message_id,
       delivery_id, JSON_OBJECT('recipient', recipient, 'reply', '2.0.0 Ok'), accepted_at FROM ${mail(slice)}`,
  ];
}

/** What is known of each message. */
function mail({ past, first, last }: Slice): string {
  const { since, everyMs, state, destinations } = past;
  const ms = `(${since.getTime()} + seq * ${everyMs})`;
  const id = (number: number) => `((${ms} - ${EPOCH_MS}) * ${IDS_EACH_MS} + ${WRITER} + ${number})`;
  const status =
    state === 'ended'
      ? "CASE WHEN seq % 5000 = 7 THEN 'HELD' WHEN seq % 20000 = 13 THEN 'EXPIRED' WHEN seq % 50 = 3 THEN 'BOUNCED' ELSE 'DELIVERED' END"
      : "'QUEUED'";
  const dueAt =
    state === 'ended' ? 'NULL' : timeAt(`${state.dueFrom.getTime()} + (seq * 7919) % 20000000`);
  return `(SELECT seq, ${id(0)} AS message_id, ${id(1)} AS delivery_id, ${timeAt(ms)} AS accepted_at,
      IF(seq % 20000 = 11, 'rare@past.test', CONCAT('sender-', seq % 7, '@past.test')) AS sender,
      CONCAT('person-', seq DIV ${destinations} % 20, '@d', seq % ${destinations}, '.past.test') AS recipient,
      CONCAT('d', seq % ${destinations}, '.past.test') AS destination,
      ${status} AS status, ${dueAt} AS due_at FROM seq_${first}_to_${last}) AS mail`;
}

/** As in platform/ids.ts, with the number of a writer that nobody is. */
const EPOCH_MS = 1_735_689_600_000;
const IDS_EACH_MS = 4_194_304;
const WRITER = 1_023 * 4_096;

function timeAt(ms: string): string {
  return `FROM_UNIXTIME((${ms}) / 1000)`;
}
