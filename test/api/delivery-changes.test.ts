import { graphql } from '../gql/index.js';
import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';

const CHANGE = {
  retry: graphql(`
    mutation Retry($ids: [ID!]!) {
      retryDeliveries(input: { deliveryIds: $ids }) {
        __typename
        ... on RetryDeliveriesSuccess {
          results {
            __typename
            ... on DeliveryChanged {
              delivery {
                status
                nextAttemptAt
              }
            }
            ... on Refusal {
              code
              reason
            }
          }
        }
      }
    }
  `),
  cancel: graphql(`
    mutation Cancel($ids: [ID!]!) {
      cancelDeliveries(input: { deliveryIds: $ids }) {
        __typename
        ... on CancelDeliveriesSuccess {
          results {
            __typename
            ... on DeliveryChanged {
              delivery {
                status
                nextAttemptAt
              }
            }
            ... on Refusal {
              code
              reason
            }
          }
        }
      }
    }
  `),
  release: graphql(`
    mutation Release($ids: [ID!]!) {
      releaseDeliveries(input: { deliveryIds: $ids }) {
        __typename
        ... on ReleaseDeliveriesSuccess {
          results {
            __typename
            ... on DeliveryChanged {
              delivery {
                status
                nextAttemptAt
              }
            }
            ... on Refusal {
              code
              reason
            }
          }
        }
      }
    }
  `),
};

describe('deliveries are changed', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer({ verifiedDomain: 'changes.test' });
  });
  afterAll(() => world.stop());

  const deliveriesOf = async (tenant: Tenant, id: string) =>
    (await tenant.message(id))?.deliveries.nodes.map((delivery) => delivery.id) ?? [];

  it('each by itself: one that cannot be does not keep the others from it', async () => {
    const id = await shop.send({ to: ['one@example.test', 'two@example.test'] });
    const [one = '', two = ''] = await deliveriesOf(shop, id);
    await shop.api.run(CHANGE.cancel, { ids: [one] });

    const { cancelDeliveries } = await shop.api.run(CHANGE.cancel, { ids: [one, two, 'junk'] });

    expect(cancelDeliveries).toMatchObject({
      results: [
        { __typename: 'WrongDeliveryStatus' },
        { __typename: 'DeliveryChanged', delivery: { status: 'CANCELLED', nextAttemptAt: null } },
        { __typename: 'NotFound' },
      ],
    });
    const message = await shop.message(id);
    expect(message?.events.nodes.map(({ kind }) => kind)).toEqual([
      'ACCEPTED',
      'CANCELLED',
      'CANCELLED',
    ]);
  });

  it('back into the queue by a retry', async () => {
    const id = await shop.send();
    const ids = await deliveriesOf(shop, id);
    await shop.api.run(CHANGE.cancel, { ids });

    const { retryDeliveries } = await shop.api.run(CHANGE.retry, { ids });

    expect(retryDeliveries).toMatchObject({ results: [{ delivery: { status: 'QUEUED' } }] });
  });

  it('not out of a sandbox', async () => {
    const sandbox = await world.aServer({ verifiedDomain: 'sandbox.test', mode: 'SANDBOX' });
    const id = await sandbox.send();
    const { releaseDeliveries } = await sandbox.api.run(CHANGE.release, {
      ids: await deliveriesOf(sandbox, id),
    });
    expect(releaseDeliveries).toMatchObject({ results: [{ __typename: 'SandboxSendsNothing' }] });
  });

  it('not by another tenant, to whom they are unknown', async () => {
    const other = await world.aServer();
    const ids = await deliveriesOf(shop, await shop.send());
    const { cancelDeliveries } = await other.api.run(CHANGE.cancel, { ids });
    expect(cancelDeliveries).toMatchObject({ results: [{ __typename: 'NotFound' }] });
  });
});
