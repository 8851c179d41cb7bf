import type { ApiClient } from '../support/api-client.js';
import type { Tenant } from '../support/tenant.js';

/** Lists of a mail server's mail, with everything that one can ask of them, on a past of `bench/seed`. */
export const FILTERS: Readonly<Record<string, readonly string[]>> = {
  messages: [
    'direction: OUTGOING',
    'status: HELD',
    'status: DELIVERED',
    'tag: "rare"',
    'recipient: "person-1@d7.past.test"',
    'from: "rare@past.test"',
    'since: "2026-01-01T00:30:00Z", until: "2026-01-01T00:31:00Z"',
    'tag: "news", status: DELIVERED',
    'status: BOUNCED, tag: "news", direction: OUTGOING',
    'recipient: "person-1@d7.past.test", status: DELIVERED, until: "2026-01-01T00:31:00Z"',
  ],
  deliveries: [
    'status: HELD',
    'status: DELIVERED',
    'recipient: "person-1@d7.past.test"',
    'destination: "d7.past.test"',
    'destination: "d7.past.test", status: BOUNCED',
  ],
  events: ['kinds: [ACCEPTED, DELIVERED]'],
};

/** Each list without a filter and with each of them, from its start, from its end, and from a cursor on. */
export async function askForLists({ api, serverId }: Pick<Tenant, 'api' | 'serverId'>) {
  for (const [field, filters] of Object.entries(FILTERS)) {
    const from = (args: string, ask: string) =>
      `{ node(id: "${serverId}") { ... on MailServer { list: ${field}(${args}) { ${ask} } } } }`;
    const start = await asked(api, from('first: 50', 'pageInfo { endCursor }'));
    const cursor = `"${start.list.pageInfo.endCursor}"`;
    const pages = [
      'first: 20',
      'last: 20',
      `first: 20, after: ${cursor}`,
      `last: 20, before: ${cursor}`,
    ];
    for (const filter of ['', ...filters.map((given) => `, filter: { ${given} }`)]) {
      for (const page of pages) await asked(api, from(page + filter, 'nodes { __typename }'));
    }
  }
}

interface Answer {
  readonly list: { readonly pageInfo: { readonly endCursor: string } };
}

async function asked(api: ApiClient, query: string): Promise<Answer> {
  const { data, errors } = await api.ask<{ node: Answer }, object>(query);
  if (!data || errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return data.node;
}
