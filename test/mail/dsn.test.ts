import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { parseAddress } from '../../src/mail/addresses.js';
import { buildReport, type Report } from '../../src/mail/dsn.js';
import { statusFor } from '../../src/mail/dsn-status.js';
import { scanHeader } from '../../src/mail/header.js';
import { LineEndGate } from '../../src/mail/line-ends.js';

const original = Buffer.from(
  'From: Ann <ann@shop.test>\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <1@shop.test>\r\n\r\nHi Bob\r\n',
);

const aReport = (changes: Partial<Report> = {}): Report => ({
  kind: 'failed',
  reportingMta: 'mx.post.test',
  envid: 'order 7',
  arrivalAt: new Date('2026-11-23T04:00:00Z'),
  recipients: [
    {
      finalRecipient: 'bob@example.test',
      orcpt: 'rfc822;robert+x@example.test',
      status: '5.1.1',
      diagnostic: '550 5.1.1 <bob@example.test>: User unknown',
      remoteMta: 'mx.example.test',
      lastAttemptAt: new Date('2026-11-23T04:01:00Z'),
    },
  ],
  original,
  ret: 'HDRS',
  from: { name: 'Mail Delivery', address: parseAddress('postmaster@post.test')! },
  to: parseAddress('ann@shop.test')!,
  messageId: 'report-1@post.test',
  postmaster: 'help@post.test',
  date: new Date('2026-11-23T04:02:00Z'),
  ...changes,
});

/** The three parts, header and body each. */
function partsOf(raw: Buffer): { header: ReturnType<typeof scanHeader>; body: string }[] {
  const boundary = /boundary="([^"]+)"/.exec(raw.toString())?.[1] ?? '';
  return raw
    .toString('latin1')
    .split(`\r\n--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const content = Buffer.from(part.slice(2), 'latin1');
      const header = scanHeader(content);
      return { header, body: content.toString('utf8', header.end) };
    });
}

describe('buildReport', () => {
  it('writes what RFC 3464 asks for a failure', async () => {
    const raw = buildReport(aReport());
    const header = scanHeader(raw);
    expect(header.first('auto-submitted')?.value).toBe('auto-replied');
    expect(header.first('content-type')?.value).toMatch(
      /^multipart\/report; report-type=delivery-status; boundary="report-[0-9a-f]{32}"$/,
    );
    expect(header.first('references')?.value).toBe('<1@shop.test>');
    const parts = partsOf(raw);
    expect(parts.map((part) => part.header.first('content-type')?.value)).toEqual([
      'text/plain; charset=utf-8',
      'message/delivery-status',
      'text/rfc822-headers',
    ]);
    expect(parts[1]?.body).toBe(
      [
        'Reporting-MTA: dns; mx.post.test',
        'Original-Envelope-Id: order 7',
        'Arrival-Date: Mon, 23 Nov 2026 04:00:00 +0000',
        '',
        'Original-Recipient: rfc822;robert+x@example.test',
        'Final-Recipient: rfc822;bob@example.test',
        'Action: failed',
        'Status: 5.1.1',
        'Remote-MTA: dns; mx.example.test',
        'Diagnostic-Code: smtp; 550 5.1.1 <bob@example.test>: User unknown',
        'Last-Attempt-Date: Mon, 23 Nov 2026 04:01:00 +0000',
        '',
      ].join('\r\n'),
    );
    expect(parts[2]?.body).toBe(original.toString('utf8', 0, scanHeader(original).end));
    const { text, subject } = await simpleParser(raw);
    expect(subject).toBe('Your message could not be delivered');
    expect(text).toContain('bob@example.test');
    expect(text).toContain('There is no mailbox with this address.');
    expect(text).toContain('User unknown');
    expect(text).toContain('Subject: Grüße');
  });

  it('returns the whole message only in a failure that asked for it', () => {
    const last = (changes: Partial<Report>) => partsOf(buildReport(aReport(changes)))[2];
    expect(last({ ret: 'FULL' })?.header.first('content-type')?.value).toBe('message/rfc822');
    expect(last({ ret: 'FULL' })?.body).toBe(original.toString());
    expect(last({ ret: 'FULL', kind: 'delivered' })?.body).not.toContain('Hi Bob');
  });

  it('says until when a delayed message is tried', () => {
    const [recipient] = aReport().recipients;
    const willRetryUntil = new Date('2026-11-25T04:00:00Z');
    const raw = buildReport(
      aReport({
        kind: 'delayed',
        recipients: [{ ...recipient!, willRetryUntil, status: '5.2.2' }],
      }),
    );
    expect(partsOf(raw)[1]?.body).toContain('Will-Retry-Until: Wed, 25 Nov 2026 04:00:00 +0000');
    expect(partsOf(raw)[1]?.body).toContain('Status: 4.2.2');
  });

  it('writes addresses beyond ASCII in the form for 7-bit reports (RFC 6533)', () => {
    const [recipient] = aReport().recipients;
    const [, status, last] = partsOf(
      buildReport(
        aReport({
          recipients: [
            {
              ...recipient!,
              finalRecipient: 'bøb@example.test',
              orcpt: null,
              diagnostic: '550 größe\r\nX: y',
            },
          ],
          original: Buffer.from('Subject: Grüße\r\n\r\n'),
        }),
      ),
    );
    expect(status?.body).toContain('Final-Recipient: utf-8;b\\x{F8}b@example.test\r\n');
    expect(status?.body).toContain('Diagnostic-Code: smtp; 550 gr??e X: y\r\n');
    expect(last?.header.first('content-type')?.value).toBe('message/global-headers');
    expect(last?.header.first('content-transfer-encoding')?.value).toBe('8bit');
  });

  it('is the same for the same input, and its boundary never stands in the original', () => {
    const first = buildReport(aReport({ ret: 'FULL' }));
    expect(buildReport(aReport({ ret: 'FULL' }))).toEqual(first);
    const second = buildReport(aReport({ ret: 'FULL', original: first }));
    expect(partsOf(second)).toHaveLength(3);
  });

  it('stays canonical and whole whatever the other side said', () => {
    const piece = fc.constantFrom(
      '\r\n',
      '\n',
      '\0',
      'é',
      '\ud800',
      ' ',
      'word',
      'x'.repeat(300),
      '--',
      ';',
      '\u2028',
    );
    const text = fc.string({ unit: piece, maxLength: 12 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom<Report['kind']>('failed', 'delayed', 'delivered', 'relayed'),
        (diagnostic, remoteMta, kind) => {
          const [recipient] = aReport().recipients;
          const raw = buildReport(
            aReport({ kind, recipients: [{ ...recipient!, diagnostic, remoteMta }] }),
          );
          const gate = new LineEndGate({ isDotStuffed: false });
          gate.feed(raw);
          expect(gate.end()).toBeNull();
          const [, status] = partsOf(raw);
          const [, fields = ''] = status?.body.split('\r\n\r\n') ?? [];
          const names = scanHeader(Buffer.from(fields)).fields.map(({ name }) => name);
          expect(names).toEqual([
            'Original-Recipient',
            'Final-Recipient',
            'Action',
            'Status',
            'Remote-MTA',
            'Diagnostic-Code',
            'Last-Attempt-Date',
          ]);
        },
      ),
    );
  });
});

it.each([
  ['failed', '5.1.1', '5.1.1'],
  ['failed', '4.4.7', '4.4.7'],
  ['failed', '2.0.0', '5.0.0'],
  ['delayed', '5.7.1', '4.7.1'],
  ['delivered', '2.1.5', '2.1.5'],
] as const)('a report of %s says %s as %s', (kind, status, expected) => {
  expect(statusFor(kind, status)).toBe(expected);
});
