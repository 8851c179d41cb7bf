import { randomBytes } from 'node:crypto';
import { graphql } from '../gql/index.js';
import { sendRaw, SmtpSubmitter } from '../support/raw-submission.js';
import { succeeded } from '../support/succeeded.js';
import { addDomain, checkDomain, publishRecords, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { VERIFIERS, type SignatureVerdict } from './dkim-verifiers.js';

const NAMES = Object.keys(VERIFIERS) as (keyof typeof VERIFIERS)[];
/** Debian 12's Mail::DKIM knows RSA only. */
const KNOWS_ED25519 = new Set<string>(['mailauth', 'dkimpy']);
const RSA = 'rsa-sha256';
const ED25519 = 'ed25519-sha256';
const SEVEN_DAYS = 7 * 24 * 60 * 60;

const lines = (...text: string[]) => text.map((line) => `${line}\r\n`).join('');
const HEADER = lines('Date: Mon, 23 Nov 2026 05:00:00 +0000', 'Message-ID: <1@shop.test>');
const FROM = lines('From: Shop <app@shop.test>', 'To: Ann <ann@example.test>', 'Subject: Hello');
const MAILS: Readonly<Record<string, string>> = {
  short: `${FROM}${HEADER}\r\nHello.\r\n`,
  'without Date and Message-ID': `${FROM}\r\nHello.\r\n`,
  'long fields, folded': lines(
    'From: "A shop with a name that is',
    '\tlonger than most"   <app@shop.test>',
    `To: ${Array.from({ length: 40 }, (_, n) => `Ann ${n} <ann${n}@example.test>`).join(',\r\n ')}`,
    `Subject: ${
      'a subject of many words '
        .repeat(20)
        .match(/.{1,70} /g)
        ?.join('\r\n  ') ?? ''
    }end`,
    `X-Long: ${'x'.repeat(900)}`,
    '',
    'y'.repeat(998),
  ),
  'an 8-bit body': `${FROM}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGrüße, 世界 🌍\r\n`,
  'an encoded subject': `From: =?utf-8?Q?Caf=C3=A9?= <app@shop.test>\r\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\r\n =?utf-8?B?IGF1cyBaw7xyaWNo?=\r\n\r\nHello.\r\n`,
  'a subject in UTF-8': `From: Café <app@shop.test>\r\nSubject: Grüße 世界\r\n\r\nHello.\r\n`,
  attachments: lines(
    'From: app@shop.test',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain',
    '',
    'See below.',
    '--=_b',
    'Content-Type: application/octet-stream; name="a.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    ...(randomBytes(3_000)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '--=_b--',
  ),
  'repeated fields': `${FROM}${lines('To: bob@example.test', 'Subject: Again', 'Reply-To: a@shop.test', 'Reply-To: b@shop.test', 'X-Tag: one', 'X-Tag: two', 'List-Unsubscribe: <https://shop.test/u>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click')}\r\nHello.\r\n`,
  'odd white space':
    `from:app@shop.test\r\nSUBJECT \t:\r\n`.replace(' \t:', ': \t a \t b \t') +
    '\r\na \t b\t\r\n \r\n\tc   \r\n',
  'trailing blank lines': `${FROM}\r\nHello.\r\n\r\n\r\n \t\r\n\r\n`,
  'dots at line starts': `${FROM}\r\n.\r\n..\r\n.hidden\r\nend.\r\n`,
  'an empty body': `${FROM}\r\n`,
  'no body at all': FROM,
  '100 KiB': `${FROM}\r\n${'A line of seventy-two characters, give or take one or two, all the same.\r\n'.repeat(1_400)}`,
};

/** What nobody may do to a signed message on its way. */
const FORGERIES: Readonly<Record<string, (mail: string) => string>> = {
  'another From on top': (mail) => `From: boss@bank.test\r\n${mail}`,
  'another From below': (mail) => mail.replace('\r\n\r\n', '\r\nFrom: boss@bank.test\r\n\r\n'),
  'another Subject': (mail) => `Subject: Pay now\r\n${mail}`,
  'another To': (mail) => `To: bob@example.test\r\n${mail}`,
  'another Date': (mail) => `Date: Tue, 24 Nov 2026 05:00:00 +0000\r\n${mail}`,
  'another Message-ID': (mail) => `Message-ID: <2@bank.test>\r\n${mail}`,
  'a changed Subject': (mail) => mail.replace('Subject: Hello', 'Subject: Hallo'),
  'a removed Date': (mail) => mail.replace(/^Date: .*\r\n/m, ''),
  'a changed body': (mail) => mail.replace('Hello.', 'Hallo.'),
  'an added line': (mail) => `${mail}PS: Pay now.\r\n`,
};

let world: World;
let shop: Tenant;
let smtp: SmtpSubmitter;
beforeAll(async () => {
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
  smtp = new SmtpSubmitter(shop);
});
afterAll(() => {
  smtp.close();
  return world.stop();
});

const DOORS = {
  SMTP: async (to: string, raw: Buffer) => {
    const reply = await smtp.submit({ from: 'app@shop.test', to, raw }, ' SMTPUTF8');
    expect(reply).toMatchObject({ code: 250 });
  },
  sendRawMessage: async (to: string, raw: Buffer) => {
    const result = await sendRaw(shop, { from: 'app@shop.test', to, raw });
    succeeded(result, 'SendRawMessageSuccess');
  },
};

describe('signatures of mail that came through both doors', () => {
  const mails = new Map<string, Buffer>();
  const verdicts = new Map<string, SignatureVerdict[][]>();

  beforeAll(async () => {
    for (const [door, submit] of Object.entries(DOORS)) {
      for (const [index, text] of Object.values(MAILS).entries()) {
        const to = `${door.toLowerCase()}-${index}@example.test`;
        await submit(to, Buffer.from(text));
        mails.set(
          `${door}: ${Object.keys(MAILS)[index]}`,
          (await world.mailbox(to).receives()).raw,
        );
      }
    }
    const attachments = [{ filename: 'Grüße.txt', content: randomBytes(600).toString('base64') }];
    const written = { text: 'Grüße', html: '<p>Grüße</p>', subject: 'Grüße', attachments };
    await shop.send({ to: ['written@example.test'], ...written });
    mails.set('sendMessage', (await world.mailbox('written@example.test').receives()).raw);
    await Promise.all(
      NAMES.map(async (name) => {
        verdicts.set(name, await VERIFIERS[name]([...mails.values()], world.dns));
      }),
    );
  });

  it.each(NAMES)('verify with %s', (name) => {
    const found = [...mails.keys()].map((mail, index) => [
      mail,
      shown(verdicts.get(name)![index]!),
    ]);
    const expected = KNOWS_ED25519.has(name) ? [`${ED25519} pass`, `${RSA} pass`] : [`${RSA} pass`];
    const known = (text: string) => KNOWS_ED25519.has(name) || text.startsWith(RSA);
    for (const [mail, all] of found) {
      expect([mail, (all as string[]).filter(known)]).toEqual([mail, expected]);
    }
  });

  it('cover what steers trust once more than it occurs, all of the body, for seven days', () => {
    for (const [mail, raw] of mails) {
      const signatures = signaturesOf(raw);
      expect(signatures.map((tags) => tags.get('a')).sort()).toEqual([ED25519, RSA]);
      for (const tags of signatures) {
        expect(tags.get('d')).toBe('shop.test');
        expect(tags.has('l')).toBe(false);
        expect(Number(tags.get('x')) - Number(tags.get('t'))).toBeLessThanOrEqual(SEVEN_DAYS);
        const signed = tags.get('h')!.toLowerCase().split(':');
        for (const name of ['from', 'subject', 'to', 'date', 'message-id']) {
          const times = signed.filter((each) => each === name).length;
          expect([mail, name, times]).toEqual([mail, name, countOf(name, raw) + 1]);
        }
      }
    }
  });

  it('fail, for every verifier, once anything is changed', async () => {
    const sent = mails.get('SMTP: short')!.toString('latin1');
    const forged = Object.values(FORGERIES).map((forge) => Buffer.from(forge(sent), 'latin1'));
    for (const name of NAMES) {
      const found = await VERIFIERS[name](forged, world.dns);
      const passed = Object.keys(FORGERIES).filter((_what, index) =>
        found[index]!.some(({ result }) => result === 'pass'),
      );
      expect([name, passed]).toEqual([name, []]);
    }
  });
});

describe('keys that DNS does not have', () => {
  it.each([
    ['none', /RSA|ED25519/, []],
    ['only the RSA key', /ED25519/, [RSA]],
    ['only the Ed25519 key', /RSA/, [ED25519]],
  ])('sign nothing when %s was seen, and the Decision says so', async (seen, absent, expected) => {
    const name = `${seen.replace(/ /g, '-').toLowerCase()}.test`;
    const tenant = await world.aServer();
    const domainId = await addDomain(world.admin, { mailServerId: tenant.serverId, name });
    await publishRecords(world, domainId, name);
    for (const key of await keyRecords(domainId)) {
      if (absent.test(key.purpose)) world.dns.set(key.name, 'TXT');
    }
    const { verifiedAt } = await checkDomain(world.admin, domainId);
    expect(verifiedAt).not.toBeNull();

    const to = `unsigned@${name}.example.test`;
    world.receiver(`${name}.example.test`);
    const id = await tenant.send({ from: `app@${name}`, to: [to] });

    const { raw } = await world.mailbox(to).receives();
    const message = await tenant.settles(id, 'DELIVERED');
    const decision = message.deliveries.nodes[0]!.attempts.nodes[0]!.decision;
    expect(signaturesOf(raw).map((tags) => tags.get('a'))).toEqual(expected);
    expect(decision.signatures.map(({ algorithm }) => algorithm)).toEqual(
      expected.map((algorithm) => (algorithm === RSA ? 'RSA_SHA256' : 'ED25519_SHA256')),
    );
    if (expected.length > 0) return;
    const reason = decision.reasons.find(({ rule }) => rule === 'dkim');
    expect(reason?.because).toBe(`unsigned: DNS has none of the keys of ${name}`);
  });
});

async function keyRecords(id: string): Promise<{ purpose: string; name: string }[]> {
  const { node } = await world.admin.run(
    graphql(`
      query DkimRecordsOf($id: ID!) {
        node(id: $id) {
          ... on Domain {
            records {
              purpose
              name
            }
          }
        }
      }
    `),
    { id },
  );
  if (!node || !('records' in node)) throw new Error('there is no such domain');
  return node.records.filter(({ purpose }) => purpose.startsWith('DKIM_'));
}

function shown(verdicts: readonly SignatureVerdict[]): string[] {
  return verdicts
    .map(({ algorithm, result, detail }) =>
      result === 'pass' ? `${algorithm} pass` : `${algorithm} ${result}: ${detail}`,
    )
    .sort();
}

/** The tags of every DKIM-Signature field, top down. */
function signaturesOf(raw: Buffer): Map<string, string>[] {
  return fieldsOf(raw)
    .filter((field) => /^dkim-signature:/i.test(field))
    .map((field) => {
      const tags = field.slice(field.indexOf(':') + 1).split(';');
      return new Map(
        tags.map((tag) => {
          const [name = '', ...value] = tag.split('=');
          return [name.trim(), value.join('=').replace(/\s/g, '')];
        }),
      );
    });
}

function countOf(name: string, raw: Buffer): number {
  return fieldsOf(raw).filter((field) => field.toLowerCase().startsWith(`${name}:`)).length;
}

function fieldsOf(raw: Buffer): string[] {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  return text.slice(0, end === -1 ? undefined : end + 2).split(/\r\n(?![ \t])/);
}
