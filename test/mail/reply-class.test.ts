import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { classifyReply, type Reply } from '../../src/mail/reply-class.js';
import type { ReplyStage } from '../../src/mail/reply-rules.js';
import { retryHintSeconds } from '../../src/mail/retry-hint.js';

const STAGES: readonly ReplyStage[] = [
  'connect',
  'greeting',
  'ehlo',
  'tls',
  'mail',
  'rcpt',
  'data',
  'content',
];
const REPLY = /^(?:([a-z]+): )?(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?[ -]?(.*)$/;

const REAL_REPLIES = readFileSync(`${__dirname}/real-replies.txt`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | '))
  .map(([source = '', meaning = '', reply = '']) => ({ source, meaning, reply }));

function read(line: string): Reply {
  const [, stage, code, enhancedCode, text] = REPLY.exec(line) ?? [];
  return {
    code: Number(code),
    enhancedCode: enhancedCode ?? null,
    text: text ?? '',
    stage: STAGES.find((each) => each === stage) ?? 'rcpt',
  };
}

describe('classifyReply', () => {
  it.each(REAL_REPLIES)('$source: $reply', ({ meaning, reply }) => {
    const { kind, rule, retryAfterSeconds, enhancedCode } = classifyReply(read(reply));
    expect([kind, rule, retryAfterSeconds].filter(Boolean).join(' ')).toBe(meaning);
    expect(enhancedCode).toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
  });

  it('rests on a hundred real replies', () => {
    expect(new Set(REAL_REPLIES.map(({ reply }) => reply)).size).toBeGreaterThanOrEqual(100);
  });

  it.each([
    ['550 No such user here', '5.1.1'],
    ['552 Mailbox is full', '4.2.2'],
    ['450 try later', '4.0.0'],
    ['250 ok', '2.0.0'],
    ['550 what', '5.0.0'],
    ['greeting: 554 go away', '4.3.2'],
  ])('gives %s the code %s, as it came without one', (line, enhancedCode) => {
    expect(classifyReply(read(line)).enhancedCode).toBe(enhancedCode);
  });

  it('never bounces a 4xx, never delivers but on 2xx, and takes linear time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(...REAL_REPLIES.map(({ reply }) => read(reply).text)),
        fc.constantFrom(...STAGES),
        (code, text, stage) => {
          const { kind } = classifyReply({ code, enhancedCode: null, text, stage });
          expect(kind === 'DELIVERED').toBe(code >= 200 && code < 300);
          if (kind === 'BOUNCED') expect(code >= 500 && code < 600).toBe(true);
        },
      ),
    );
    const startedAt = performance.now();
    [
      'mailbox ',
      'try again ',
      'sender ',
      'ip ',
      'exceeded ',
      'message ',
      'url ',
      'come a ',
      'local a ',
    ].forEach((word) =>
      classifyReply({ code: 550, enhancedCode: null, text: word.repeat(20_000), stage: 'rcpt' }),
    );
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('retryHintSeconds', () => {
  it.each([
    ['please retry in 5 minutes', 300],
    ['Try again in 60s', 60],
    ['wait 2 hours', 7_200],
    ['Greylisted, come back in 00:05:00', 300],
    ['please try again in 90000 minutes', 86_400],
    ['try again in 0 seconds', null],
    ['timed out after 30 seconds', null],
    ['try again later', null],
    ['error 421 in 1.2.3.4', null],
  ])('%s: %s', (text, seconds) => {
    expect(retryHintSeconds(text)).toBe(seconds);
  });
});
