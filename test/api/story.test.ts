import { graphql } from '../gql/index.js';
import { StatementTape } from '../support/statement-tape.js';
import { startWorld, type World } from '../support/world.js';

const STORY = graphql(`
  query Story($id: ID!) {
    node(id: $id) {
      ... on Message {
        subject
        deliveries(first: 10) {
          nodes {
            recipient
            status
            nextAttemptAt
            attempts(last: 5) {
              nodes {
                outcome {
                  kind
                  reply
                  enhancedCode
                }
                decision {
                  ipAddress {
                    address
                  }
                  host
                  tls
                  reasons {
                    rule
                    because
                  }
                }
                transcript
                startedAt
                durationMs
              }
            }
          }
        }
        events(first: 50) {
          nodes {
            kind
            at
          }
        }
        domain {
          name
          checks {
            kind
            status
            expected
            found
          }
        }
      }
    }
  }
`);

describe('one query tells the whole story of a message', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('with its deliveries, attempts, events and domain', async () => {
    const shop = await world.aServer({ verifiedDomain: 'story.test' });
    const id = await shop.send({ to: ['ann@example.test', 'bob@example.test'], subject: 'Once' });
    await shop.settles(id, 'DELIVERED');

    const { node } = await shop.api.run(STORY, { id });

    expect(node).toMatchObject({
      subject: 'Once',
      deliveries: {
        nodes: [
          { recipient: 'ann@example.test', status: 'DELIVERED', nextAttemptAt: null },
          { recipient: 'bob@example.test', status: 'DELIVERED', nextAttemptAt: null },
        ],
      },
      domain: { name: 'story.test' },
    });
    if (!node || !('deliveries' in node)) throw new Error('there is no such message');
    expect(node.events.nodes.map(({ kind }) => kind).sort()).toEqual([
      'ACCEPTED',
      'DELIVERED',
      'DELIVERED',
    ]);
    expect(node.domain?.checks.find(({ kind }) => kind === 'OWNERSHIP')).toMatchObject({
      status: 'OK',
    });
    expect(node.deliveries.nodes[0]?.attempts.nodes).toMatchObject([
      {
        outcome: { kind: 'DELIVERED', enhancedCode: '2.0.0' },
        decision: {
          host: 'mx.example.test',
          ipAddress: { address: expect.stringMatching(/^127\./) as unknown },
          tls: expect.stringMatching(/^TLSv1\.3/) as unknown,
          reasons: expect.arrayContaining([expect.anything()]) as unknown,
        },
        transcript: expect.stringContaining('RCPT TO:<ann@example.test>') as unknown,
        durationMs: expect.any(Number) as unknown,
      },
    ]);
  });

  it('is nothing to another tenant', async () => {
    const shop = await world.aServer({ verifiedDomain: 'mine.test' });
    const other = await world.aServer();
    const id = await shop.send();

    expect(await other.api.run(STORY, { id })).toEqual({ node: null });
    expect(await shop.message(id)).not.toBeNull();
  });
});

describe('a list of stories', () => {
  let world: World;
  let tape: StatementTape;
  beforeAll(async () => {
    const shared = process.env['TEST_DATABASE_URL'] ?? '';
    tape = await StatementTape.start(shared);
    process.env['TEST_DATABASE_URL'] = tape.url;
    world = await startWorld({ roles: ['api'] });
    process.env['TEST_DATABASE_URL'] = shared;
  });
  afterAll(async () => {
    await world.stop();
    tape.stop();
  });

  it('costs the same SQL statements for one message as for many', async () => {
    const shop = await world.aServer({ verifiedDomain: 'many.test' });
    for (let n = 1; n <= 12; n++)
      await shop.send({ to: [`a${n}@example.test`, `b${n}@example.test`] });

    const few = await statementsOf(tape, () => shop.api.run(LIST, { first: 1 }));
    const many = await statementsOf(tape, () => shop.api.run(LIST, { first: 12 }));

    expect(few.length).toBeGreaterThan(4);
    expect(many).toEqual(few);
  });
});

const LIST = graphql(`
  query StoriesOfMany($first: Int!) {
    mailServers(first: 5) {
      nodes {
        messages(first: $first) {
          nodes {
            subject
            deliveries(first: 2) {
              nodes {
                recipient
                attempts(first: 1) {
                  nodes {
                    number
                  }
                }
                message {
                  id
                }
              }
            }
            events(first: 2) {
              nodes {
                kind
                delivery {
                  recipient
                }
              }
            }
            domain {
              name
            }
            mailServer {
              name
            }
          }
        }
      }
    }
  }
`);

/** The beginnings of the statements about mail while `work` runs; who asks may be remembered, mail is not. */
async function statementsOf(tape: StatementTape, work: () => Promise<unknown>): Promise<string[]> {
  const before = tape.statements.length;
  await work();
  return tape.statements
    .slice(before)
    .filter((text) => /\b(messages|deliveries|attempts|events|domains)\b/.test(text))
    .map((text) => text.slice(0, 60))
    .sort();
}
