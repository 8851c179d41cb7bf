/**
 * D-16: nobody sends as a domain that is not theirs, however the sender is written, and whoever reads a
 * mail that was taken sees the sender that was checked.
 *
 * Control: where a domain answers for the names below it, forged senders are seen to pass.
 */
import { join } from 'node:path';
import { graphql } from '../gql/index.js';
import { run } from '../interop/program.js';
import type { Received } from '../support/mailbox.js';
import { sendRaw, SmtpSubmitter } from '../support/raw-submission.js';
import type { Tenant } from '../support/tenant.js';
import { inPortions } from './in-portions.js';
import { startWorld, type World } from '../support/world.js';
import { EVIL, FORGED_HEADERS, FORGED_VALUES, GOOD, TRUE_VALUES } from './sender-forms.js';

let world: World;
let good: Tenant;
let smtp: SmtpSubmitter;
beforeAll(async () => {
  world = await startWorld();
  good = await world.aServer({ verifiedDomain: GOOD });
  await world.aServer({ verifiedDomain: EVIL });
  smtp = new SmtpSubmitter(good);
});
afterAll(() => {
  smtp.close();
  return world.stop();
});

type Door = (header: string, to: string) => Promise<boolean>;

/** Whether a message with this header is taken. */
const RAW_DOORS: Readonly<Record<string, Door>> = {
  SMTP: async (header, to) => {
    const mail = { from: `app@${GOOD}`, to, raw: rawWith(header) };
    const { code } = await smtp.submit(mail, ' SMTPUTF8');
    expect([250, 550, 552]).toContain(code);
    return code === 250;
  },
  sendRawMessage: async (header, to) => {
    const result = await sendRaw(good, { from: `app@${GOOD}`, to, raw: rawWith(header) });
    return result.__typename === 'SendRawMessageSuccess';
  },
};
const DOORS = Object.keys(RAW_DOORS);

it('D-16 has enough forms', () => {
  expect(new Set([...FORGED_VALUES, ...FORGED_HEADERS]).size).toBeGreaterThanOrEqual(500);
});

it.each(DOORS)('D-16 takes no forged sender through %s', async (door) => {
  const headers = [...FORGED_VALUES.map((value) => `From: ${value}`), ...FORGED_HEADERS];
  expect(await taken(door, headers, `forged-${door}`)).toEqual([]);
});

it('D-16 takes no forged From or Sender through sendMessage', async () => {
  const inputs = [
    ...FORGED_VALUES.map((value) => ({ from: value })),
    ...FORGED_VALUES.filter((_value, index) => index % 4 === 0).map((value) => ({ sender: value })),
  ];
  const isTaken = await inPortions(inputs, async (input) => {
    const { data, errors } = await trySend(input);
    expect(data ?? errors?.[0]?.extensions?.['code']).not.toBe('INTERNAL_SERVER_ERROR');
    return data?.sendMessage.__typename === 'SendMessageSuccess';
  });
  expect(inputs.filter((_input, index) => isTaken[index])).toEqual([]);
});

it.each(DOORS)(
  'D-16 takes true senders through %s, and every reader sees the same',
  async (door) => {
    const headers = TRUE_VALUES.map((value) => `From: ${value}`);

    expect(await taken(door, headers, `true-${door}`)).toEqual(headers);

    const received = await Promise.all(
      headers.map((_header, index) => world.mailbox(recipient(`true-${door}`, index)).receives()),
    );
    const readings = await readByOthers(received);
    headers.forEach((header, index) => {
      const domains = readings[index]!.map((address) => address.split('@').pop()?.toLowerCase());
      expect([header, domains]).toEqual([header, [GOOD, GOOD]]);
    });
  },
);

it('D-16 lets a verified Sender answer for any From, where the server allows that', async () => {
  const agency = await world.aServer({ verifiedDomain: 'agency.test' });
  await allowSender(agency);
  const tries = [
    'From: boss@stranger.test\r\nSender: app@agency.test',
    'From: boss@stranger.test',
    'From: boss@stranger.test\r\nSender: boss@stranger.test',
    `From: boss@stranger.test\r\nSender: app@${GOOD}`,
    'From: boss@stranger.test\r\nSender: app@agency.test(x)stranger.test',
    'From: app@agency.test\r\nSender: boss@stranger.test',
  ];
  const to = 'ann@example.test';

  const results = await inPortions(tries, (header) =>
    sendRaw(agency, { from: 'app@agency.test', to, raw: rawWith(header) }),
  );

  expect(results.map(({ __typename }) => __typename)).toEqual([
    'SendRawMessageSuccess',
    'DomainNotVerified',
    'DomainNotVerified',
    'DomainNotVerified',
    'InvalidSender',
    'DomainNotVerified',
  ]);
});

it('D-16 is seen to take them where names below a domain inherit (control)', async () => {
  const { domains } = world.services;
  const strictly = domains.requireAuthenticated.bind(domains);
  const lax = jest.spyOn(domains, 'requireAuthenticated');
  lax.mockImplementation((server, { from, sender }) =>
    strictly(server, {
      from: from.map((address) => address.replace(/@.+\.good/, '@good')),
      sender,
    }),
  );
  try {
    const headers = FORGED_VALUES.map((value) => `From: ${value}`);
    expect((await taken('sendRawMessage', headers, 'lax')).length).toBeGreaterThan(5);
  } finally {
    lax.mockRestore();
  }
});

async function allowSender({ serverId }: Tenant): Promise<void> {
  const { updateMailServer } = await world.admin.run(
    graphql(`
      mutation AllowSender($input: UpdateMailServerInput!) {
        updateMailServer(input: $input) {
          __typename
        }
      }
    `),
    { input: { mailServerId: serverId, allowSender: true } },
  );
  expect(updateMailServer.__typename).toBe('UpdateMailServerSuccess');
}

function rawWith(header: string): Buffer {
  return Buffer.from(`${header}\r\nDate: Mon, 23 Nov 2026 05:00:00 +0000\r\n\r\nHello.\r\n`);
}

function recipient(group: string, index: number): string {
  return `${group.toLowerCase()}-${index}@example.test`;
}

/** Those of the headers that the door let in. */
async function taken(door: string, headers: readonly string[], group: string): Promise<string[]> {
  const portion = door === 'SMTP' ? 1 : undefined; // one session, one after the other
  const isTaken = await inPortions(
    headers,
    (header, index) => RAW_DOORS[door]!(header, recipient(group, index)),
    portion,
  );
  return headers.filter((_header, index) => isTaken[index]);
}

/** The sender as mailparser and as Python read it, for each mail. */
async function readByOthers(mails: readonly Received[]): Promise<string[][]> {
  const job = JSON.stringify(mails.map(({ raw }) => raw.toString('base64')));
  const { stdout } = await run('python3', [join(__dirname, 'read_from.py')], job);
  const byPython = JSON.parse(stdout) as string[][];
  return mails.map(({ parsed }, index) => [
    ...(parsed.from?.value ?? []).map(({ address }) => address ?? ''),
    ...byPython[index]!,
  ]);
}

function trySend(input: { readonly from?: string; readonly sender?: string }) {
  const complete = { from: `app@${GOOD}`, to: ['ann@example.test'], text: 'Hello.', ...input };
  return good.api.ask(
    graphql(`
      mutation SendAs($input: SendMessageInput!) {
        sendMessage(input: $input) {
          __typename
        }
      }
    `),
    { input: complete },
  );
}
