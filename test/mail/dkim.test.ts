import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { relaxBody } from '../../src/mail/dkim-canonical.js';
import { dkimRecord, parseDkimRecord } from '../../src/mail/dkim-record.js';
import { signMessage, type DkimSigner } from '../../src/mail/dkim.js';

const now = new Date('2026-11-23T04:00:00Z');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ed25519 = generateKeyPairSync('ed25519').privateKey;
const signer: DkimSigner = {
  domain: 'shop.test',
  keys: [
    { algorithm: 'RSA_SHA256', selector: 'r1', privateKey: rsa },
    { algorithm: 'ED25519_SHA256', selector: 'e1', privateKey: ed25519 },
  ],
  now,
};
const records = new Map([
  ['r1._domainkey.shop.test', dkimRecord(rsa)],
  ['e1._domainkey.shop.test', dkimRecord(ed25519)],
]);

async function verdicts(raw: Buffer): Promise<string[]> {
  const { results } = await dkimVerify(raw, {
    curTime: now,
    resolver: (name) => Promise.resolve([[records.get(name) ?? '']]),
  });
  return results.map((result) => result.status.result);
}

const sign = async (text: string) => {
  const raw = Buffer.from(text);
  return Buffer.concat([await signMessage(raw, signer), raw]);
};

const PASS = ['pass', 'pass'];
const from = 'From: Ann <ann@shop.test>\r\n';

describe('signMessage', () => {
  it.each([
    ['an empty body', `${from}\r\n`],
    ['no body at all', from],
    ['empty lines only', `${from}\r\n\r\n\r\n`],
    ['white space only', `${from}\r\n \t \r\n`],
    ['trailing empty lines', `${from}\r\na\r\n\r\n\r\n`],
    ['trailing spaces', `${from}\r\na \t\r\n b\t c\r\n`],
    ['no last line end', `${from}\r\na`],
    ['folded fields', `${from}Subject: a\r\n\tb  c\r\n  d \r\nTO:x@y.test\r\n\r\na\r\n`],
    [
      'repeated fields',
      `${from}To: a@a.test\r\nTo: b@b.test\r\nSubject: 1\r\nSubject: 2\r\n\r\na\r\n`,
    ],
    [
      'list fields',
      `${from}List-Unsubscribe: <https://shop.test/u>\r\nList-Unsubscribe-Post: x\r\n\r\na\r\n`,
    ],
    ['8-bit content', `${from}Subject: Grüße 漢\r\n\r\nGrüße 漢\r\n`],
  ])('verifies over %s', async (_, text) => {
    expect(await verdicts(await sign(text))).toEqual(PASS);
  });

  it('verifies over any message', async () => {
    const word = fc.constantFrom('a', ' ', '\t', '\r\n\t', '\r\n ', 'é', ':', ';', 'b=', '  ');
    const name = fc.constantFrom('Subject', 'to', 'CC', 'X-Other', 'Reply-To', 'list-id', 'Sender');
    const value = fc.string({ unit: word, maxLength: 12 }).map((text) => `x${text}x`);
    const line = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', 'é', '.', '\r\n'),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, value), { maxLength: 6 }),
        line,
        async (fields, body) => {
          const head = fields.map(([key, text]) => `${key}: ${text}\r\n`).join('');
          expect(await verdicts(await sign(`${head}${from}\r\n${body}\r\n`))).toEqual(PASS);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    'From',
    'Subject',
    'To',
    'Cc',
    'Date',
    'Message-ID',
    'Reply-To',
    'MIME-Version',
    'Content-Type',
    'Sender',
  ])('breaks when a second %s is put on top', async (name) => {
    const signed = await sign(`${from}Sender: ann@shop.test\r\nSubject: Hello\r\n\r\na\r\n`);
    const forged = Buffer.concat([Buffer.from(`${name}: x@evil.test\r\n`), signed]);
    expect(await verdicts(forged)).not.toContain('pass');
  });

  it('breaks when the body changes, and lives for seven days without a length', async () => {
    const signed = (await sign(`${from}\r\na\r\n`)).toString();
    expect(await verdicts(Buffer.from(`${signed}b\r\n`))).not.toContain('pass');
    const seconds = now.getTime() / 1000;
    expect(signed).toContain(`t=${seconds}; x=${seconds + 604_800};`);
    expect(signed).not.toMatch(/[; \t]l=/);
    expect(signed.split('\r\n').every((line) => line.length <= 78)).toBe(true);
  });

  it('signs nothing without keys', async () => {
    expect(await signMessage(Buffer.from(from), { ...signer, keys: [] })).toHaveLength(0);
  });
});

describe('relaxBody', () => {
  it.each([
    ['', ''],
    ['\r\n\r\n', ''],
    [' C \r\nD \t E\r\n\r\n\r\n', ' C\r\nD E\r\n'],
    ['a', 'a\r\n'],
    [' \r\n\r\nb \r\n \r\n', '\r\n\r\nb\r\n'],
  ])('makes %j %j', (body, expected) => {
    expect(relaxBody(Buffer.from(body)).toString()).toBe(expected);
  });
});

describe('DKIM records', () => {
  it('reads back what it writes', () => {
    const publicKey = createPublicKey(rsa);
    const p = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(parseDkimRecord(dkimRecord(publicKey))).toEqual({ keyType: 'rsa', publicKey: p });
    expect(parseDkimRecord(dkimRecord(ed25519))?.publicKey).toHaveLength(44);
  });

  it.each([
    ['k=rsa; p=ab c', { keyType: 'rsa', publicKey: 'abc' }],
    ['v=DKIM1; t=s; h=sha256; p=;', { keyType: 'rsa', publicKey: '' }],
    ['p=abc', { keyType: 'rsa', publicKey: 'abc' }],
    ['v=DKIM2; p=abc', null],
    ['k=rsa; v=DKIM1; p=abc', null],
    ['v=spf1 -all', null],
    ['v=DKIM1; k=rsa', null],
    ['p=a; p=b', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parseDkimRecord(text)).toEqual(expected);
  });
});
