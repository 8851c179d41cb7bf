import { getNamedType, type GraphQLSchema } from 'graphql';
import { createSchema } from '../../src/app/schema.js';
import type { ApiClient } from '../support/api-client.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import type { World } from '../support/world.js';
import { everythingIn } from './documents.js';
import { firstOfStream } from './first-of-stream.js';
import { firstOnSocket } from './first-on-socket.js';
import type { Side, Values } from './sides.js';

/** Who acts: one of a tenant's clients. */
export interface Actor {
  readonly world: World;
  readonly side: Side;
  readonly client: ApiClient;
}

/** Does something with what another tenant has, and says all that was heard. */
export interface Act {
  (by: Actor, them: Values): Promise<string>;
  /** Whichever client of a tenant acts: it is not asked. */
  readonly isOfAll?: true;
  /** Nobody is told anything, be it the owner. */
  readonly isMute?: true;
}

/** An act that tells its owner as little as others. */
export function mute(act: Act): Act {
  return Object.assign(act, { isMute: true as const });
}

function ofAll(act: Act): Act {
  return Object.assign(act, { isOfAll: true as const });
}

const schema: GraphQLSchema = createSchema();

/** Asks by a document; the values of its variables come from the other tenant. */
export function asks(
  document: string,
  variables: (them: Values, own: Values) => object = () => ({}),
): Act {
  return async ({ client, side }, them) => {
    const given = variables(them, side.values);
    const { status, data, errors } = await client.ask(document, given);
    return JSON.stringify({ status, data, errors });
  };
}

/** Looks for an object by its id, and at everything that is in it. */
export function finds(typeName: string, name = typeName): Act {
  const everything = everythingIn(schema, schema.getType(typeName)!, 'id');
  const document = `query Find($id: ID!) { node(id: $id) { __typename ${everything} } }`;
  return asks(document, (them) => ({ id: them[name] }));
}

/** Reads a list of one's own, with everything in its items; perhaps looking for something of the others. */
export function lists(
  path: string,
  { with: given = '', and = (_them: Values): object => ({}), declared = '' } = {},
): Act {
  const [typeName = '', fieldName = ''] = path.split('.');
  const field = (schema.getType(typeName) as { getFields?: () => object }).getFields!() as Record<
    string,
    { type: Parameters<typeof getNamedType>[0] }
  >;
  const connection = getNamedType(field[fieldName]!.type)!;
  const call = `${fieldName}(first: 50 ${given}) { ${everythingIn(schema, connection, 'id')} }`;
  const isRoot = typeName === 'Viewer';
  const inner = isRoot ? `viewer { ${call} }` : `node(id: $id) { ... on ${typeName} { ${call} } }`;
  const head = [isRoot ? '' : '$id: ID!', declared].filter((part) => part !== '').join(', ');
  const document = `query List${head === '' ? '' : `(${head})`} { ${inner} }`;
  return asks(document, (them, own) => ({
    ...(isRoot ? {} : { id: own[typeName] }),
    ...and(them),
  }));
}

/** Wants a change. */
export function changes(
  mutation: string,
  input: (them: Values, own: Values) => object,
  selection = '... on Refusal { code reason path }',
): Act {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation Change($input: ${type}) {
    ${mutation}(input: $input) { __typename ${selection} }
  }`;
  return asks(document, (them, own) => ({ input: input(them, own) }));
}

/** Follows a stream, over SSE and over WebSocket. */
export function follows(variables: (them: Values, own: Values) => object): Act {
  const document = `subscription Follow($serverId: ID!, $after: Cursor, $filter: DeliveryEventFilter) {
    deliveryEvents(serverId: $serverId, after: $after, filter: $filter) { kind id recipient }
  }`;
  return async ({ client, side }, them) => {
    const asked = { document, variables: variables(them, side.values) };
    const heard = await Promise.all([
      firstOfStream(client, 'deliveryEvents', asked),
      firstOnSocket(client, 'deliveryEvents', asked),
    ]);
    return JSON.stringify(heard.map(({ status, data, errors }) => ({ status, data, errors })));
  };
}

/** Says lines at the submission port after a login, and answers with what was replied. */
export function submits(
  lines: (them: Values, own: Values) => readonly string[],
  login: (them: Values, by: Side) => Side['login'] = (_them, by) => by.login,
): Act {
  return ofAll(async ({ world, side }, them) => {
    const peer = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
    await peer.greets();
    const { username, password } = login(them, side);
    const token = Buffer.from(`\0${username}\0${password}`).toString('base64');
    return said(peer, [`AUTH PLAIN ${token}`, ...lines(them, side.values)]);
  });
}

/** Says lines at the port for other mail servers, as a stranger. */
export function delivers(lines: (them: Values, own: Values) => readonly string[]): Act {
  return ofAll(async ({ world, side }, them) => {
    const peer = await SmtpPeer.connect(world.address('SMTP_LISTEN'));
    await peer.greets();
    return said(peer, lines(them, side.values));
  });
}

/** The envelope and content of one mail, as lines. */
export function mail(from: string, header: readonly string[], to = 'ann@example.test') {
  const content = [...header, 'Subject: Hello', '', 'Hello.', '.'].join('\r\n');
  return [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', content];
}

/** Asks one of the other routes of the API's address. */
export function fetches(query: (them: Values, own: Values) => Record<string, string>): Act {
  return async ({ client, side }, them) => {
    const url = new URL('/audit/export', client.url);
    url.search = new URLSearchParams(query(them, side.values)).toString();
    const response = await fetch(url, { headers: client.headers });
    return `${response.status} ${await response.text()}`;
  };
}

/** What is replied to each line, with the ids of what was made left out; ends where the other side does. */
async function said(peer: SmtpPeer, lines: readonly string[]): Promise<string> {
  const heard: string[] = [];
  for (const line of lines) {
    await peer.say(line);
    const reply = await peer.next();
    if (!reply) break;
    heard.push(`${reply.code} ${reply.enhanced ?? ''} ${reply.lines.join(' / ')}`);
    if (reply.code >= 500) break;
  }
  peer.close();
  return heard.join('\n').replace(/queued as \S+/, 'queued');
}
