import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../interop/program.js';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { RunningPosthouse } from '../support/running-posthouse.js';

const HEARD = /"kind":"([A-Z]+)"/g;
const NEWEST = `query ($serverId: ID!) { node(id: $serverId) { ... on MailServer {
  messages(first: 100) { nodes { subject deliveries(first: 1) { nodes { recipient status } } } }
} } }`;
const VERIFIED = `query ($domainId: ID!) { node(id: $domainId) { ... on Domain {
  verifiedAt checks { kind status }
} } }`;

interface Sent {
  readonly subject: string;
  readonly deliveries: { readonly nodes: readonly { recipient: string; status: string }[] };
}

/** A command that goes on until it is stopped. */
class Watching {
  private said = '';
  private readonly child: ChildProcess;

  constructor(command: string) {
    this.child = spawn('bash', ['-c', command], { detached: true }); // with a group of its own
    this.child.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  get kinds(): string[] {
    return [...new Set([...this.said.matchAll(HEARD)].map(([, kind = '']) => kind))];
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    process.kill(-(this.child.pid ?? 0), 'SIGINT');
    await ended;
  }
}

describe('the demo', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'posthouse-demo-'));
  let posthouse: RunningPosthouse;
  const start = async () => {
    posthouse = await RunningPosthouse.start({ command: ['demo'], dataDir });
    await posthouse.says('Ctrl-C stops everything.');
  };
  beforeAll(start);
  afterAll(async () => {
    await posthouse.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The printed commands that begin so, exactly as printed. */
  function commands(program: string): string[] {
    return posthouse.lines
      .filter((line) => line.startsWith(`  ${program} `))
      .map((line) => line.slice(2));
  }

  function demoFile(): Record<'apiKey' | 'mailServerId' | 'domainId' | 'token', string> {
    return JSON.parse(readFileSync(join(dataDir, 'demo', 'demo.json'), 'utf8')) as never; // the demo's own
  }

  const api = (secret: string) => new ApiClient(posthouse.addresses.graphql).bearer(secret);

  async function sent(): Promise<readonly Sent[]> {
    const { apiKey, mailServerId } = demoFile();
    const { data } = await api(apiKey).ask<
      { node: { messages: { nodes: Sent[] } } },
      { serverId: string }
    >(NEWEST, { serverId: mailServerId });
    return data?.node.messages.nodes ?? [];
  }

  /** Waits until the newest mails with a subject that fits are delivered. */
  async function delivered(subject: RegExp, count: number): Promise<void> {
    await eventually(sent, (mails) => {
      const found = mails.filter((mail) => subject.test(mail.subject));
      const done = found.filter(({ deliveries }) => deliveries.nodes[0]?.status === 'DELIVERED');
      return done.length === count && found.length === count;
    });
  }

  it('prints a command that sends over GraphQL', async () => {
    const [send = ''] = commands('curl -s');
    const { status, stdout } = await run('bash', ['-c', send]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      data: { sendMessage: { __typename: 'SendMessageSuccess' } },
    });
    await delivered(/^Hello$/, 1);
  });

  it('prints commands that send over SMTP, with STARTTLS and with implicit TLS', async () => {
    const both = commands('swaks');
    expect(both).toHaveLength(2);
    for (const command of both) {
      const { status, stdout } = await run('bash', ['-c', command]);
      expect(stdout).toContain('<~  250 2.0.0');
      expect(status).toBe(0);
    }
    await delivered(/^test /, 2); // what swaks writes
  });

  it('prints a command that signs a person in', async () => {
    const [mutation = ''] = commands('mutation');
    const { data } = await new ApiClient(posthouse.addresses.graphql).ask(mutation);
    expect(data).toEqual({ signIn: { __typename: 'SignInSuccess' } });
  });

  it('prints a command that watches; its traffic arrives, waits and fails', async () => {
    const [watch = ''] = commands('curl -sN');
    const watching = new Watching(watch);
    const [send = ''] = commands('curl -s ');
    await run('bash', ['-c', send]);
    await eventually(
      () => watching.kinds,
      (kinds) => ['ACCEPTED', 'DELIVERED', 'DEFERRED', 'BOUNCED'].every((k) => kinds.includes(k)),
      40_000,
    );
    await watching.stop();
  });

  it('keeps its secrets to its owner and out of the logs', () => {
    expect(statSync(join(dataDir, 'demo', 'demo.json')).mode & 0o777).toBe(0o600);
    const logs = posthouse.lines.filter((line) => line.startsWith('{'));
    const secrets = Object.values(demoFile());
    expect(logs.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  });

  it('goes on at the next start, with the same credentials and a domain that is verified', async () => {
    const before = demoFile();
    expect(await posthouse.stop()).toBe(0);
    await start();

    expect(demoFile()).toEqual(before);
    const { token, domainId } = before;
    const { data } = await api(token).ask<
      { node: { verifiedAt: string; checks: { kind: string; status: string }[] } },
      { domainId: string }
    >(VERIFIED, { domainId });
    expect(data?.node.verifiedAt).toBeTruthy();
    expect(data?.node.checks.filter(({ status }) => status !== 'OK')).toEqual([]);
    const [starttls = ''] = commands('swaks');
    expect((await run('bash', ['-c', starttls])).status).toBe(0);
    await delivered(/^test /, 3);
  });
});
