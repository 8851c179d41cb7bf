#!/usr/bin/env node
/**
 * The message list of Posthouse's API with nothing behind it: the same server library, types of the same shape,
 * a page that is there already. How fast the API could be if nothing had to be looked up.
 *
 *     memory-api.js PORT
 */
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';

const ROWS = 50;

const typeDefs = `
  interface Node { id: ID! }
  type Query { node(id: ID!): Node }
  type MailServer implements Node { id: ID!, messages(first: Int): MessageConnection! }
  type MessageConnection { pageInfo: PageInfo!, edges: [MessageEdge!]!, nodes: [Message!]! }
  type MessageEdge { cursor: String!, node: Message! }
  type PageInfo { hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String }
  type Message implements Node {
    id: ID!, subject: String!, tag: String, sizeBytes: Int!, acceptedAt: String!
    deliveries(first: Int): DeliveryConnection!
  }
  type DeliveryConnection { pageInfo: PageInfo!, edges: [DeliveryEdge!]!, nodes: [Delivery!]! }
  type DeliveryEdge { cursor: String!, node: Delivery! }
  type Delivery implements Node { id: ID!, recipient: String!, status: String!, attemptCount: Int! }
`;

function connection<T>(nodes: readonly T[]) {
  const edges = nodes.map((node, index) => ({ cursor: `cursor-${index}`, node }));
  const ends = { startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor };
  return { nodes, edges, pageInfo: { hasNextPage: true, hasPreviousPage: false, ...ends } };
}

const delivery = { recipient: 'person-1@d7.past.test', status: 'DELIVERED', attemptCount: 1 };
const messages = Array.from({ length: ROWS }, (_, index) => ({
  ...{ id: `TWVzc2FnZTo${index}`, subject: `Your order ${index}`, tag: 'news', sizeBytes: 10_240 },
  acceptedAt: new Date(0).toISOString(),
  deliveries: connection([{ ...delivery, id: `RGVsaXZlcnk6${index}` }]),
}));
const mailServer = { __typename: 'MailServer', id: 'x', messages: connection(messages) };

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers: { Query: { node: () => mailServer } } }),
  logging: false,
});
// eslint-disable-next-line @typescript-eslint/no-misused-promises -- yoga is made to be a listener
createServer(yoga).listen(Number(process.argv[2]), '127.0.0.1');
