import type { Tenant } from '../support/tenant.js';

const HELD = `
  query ChaosHeld($serverId: ID!) {
    node(id: $serverId) {
      ... on MailServer { deliveries(first: 100, filter: { status: HELD }) { nodes { id } } }
    }
  }
`;
const RELEASE = `
  mutation ChaosRelease($ids: [ID!]!) {
    releaseDeliveries(input: { deliveryIds: $ids }) { __typename }
  }
`;

interface Held {
  readonly node: { readonly deliveries: { readonly nodes: readonly { readonly id: string }[] } };
}

/** What an operator does with deliveries that were held because worker after worker died of something. */
export async function release({ api, serverId }: Tenant): Promise<string[]> {
  const { data } = await api.ask<Held, { serverId: string }>(HELD, { serverId });
  const ids = data?.node.deliveries.nodes.map(({ id }) => id) ?? [];
  if (ids.length > 0) await api.ask<unknown, { ids: string[] }>(RELEASE, { ids });
  return ids;
}
