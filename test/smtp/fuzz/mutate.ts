import type { Random } from '../../support/random.js';

/** Commands that a good client says, with `{plain}` for a token that logs in. */
export const COMMANDS = [
  'EHLO peer.test',
  'EHLO [127.0.0.1]',
  'EHLO [IPv6:::1]',
  'HELO peer.test',
  'MAIL FROM:<app@shop.test>',
  'MAIL FROM:<>',
  'MAIL FROM:<app@shop.test> SIZE=1000 BODY=8BITMIME',
  'MAIL FROM:<app@shop.test> RET=HDRS ENVID=abc+2Bdef',
  'MAIL FROM:<app@shop.test> AUTH=<>',
  'MAIL FROM:<äpp@bücher.test> SMTPUTF8',
  'MAIL FROM:<"a b"@shop.test>',
  'RCPT TO:<ann@example.test>',
  'RCPT TO:<"a\\"n"@example.test>',
  'RCPT TO:<@a.test,@b.test:ann@example.test>',
  'RCPT TO:<ann@[192.0.2.1]>',
  'RCPT TO:<ann@example.test> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;ann@example.test',
  'RCPT TO:<postmaster>',
  'DATA',
  'RSET',
  'NOOP',
  'NOOP something',
  'HELP',
  'VRFY ann',
  'EXPN list',
  'AUTH PLAIN {plain}',
  'AUTH PLAIN',
  'AUTH LOGIN',
  'AUTH LOGIN YQ==',
  'BDAT 10 LAST',
  'QUIT',
];

const ODD = [
  ...[
    '\0',
    '\r',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\x7f',
    '\x1b',
    '<',
    '>',
    '@',
    ':',
    '=',
    ';',
    ',',
    '"',
    '\\',
  ],
  ...['ä', '\u2028', '\u0085', '😀', '{', '+0D', '%0a', '[', ']', '(', ')', '.', '..', '-', '*'],
].map((text) => Buffer.from(text));

type Mutation = (line: Buffer, random: Random) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  (line, random) => splice(line, random, 1, random.bytes(1)),
  (line, random) => splice(line, random, 0, random.bytes(1 + random.below(4))),
  (line, random) => splice(line, random, 1 + random.below(4), Buffer.alloc(0)),
  (line, random) => splice(line, random, 0, random.pick(ODD)),
  (line, random) => splice(line, random, 1, random.pick(ODD)),
  (line, random) => line.subarray(0, random.below(line.length + 1)),
  (line, random) => line.subarray(random.below(line.length + 1)),
  (line, random) => splice(line, random, 0, Buffer.alloc(longRun(random), random.pick(ODD))),
  (line, random) => Buffer.concat([line, Buffer.from(random.pick(COMMANDS))]),
  (line, random) => Buffer.concat([line, Buffer.from(' '), Buffer.from(random.pick(COMMANDS))]),
  (line) => Buffer.from(line.toString('latin1').toLowerCase(), 'latin1'),
  (_, random) => random.bytes(random.below(80)),
];

/** A command line with one to four things wrong with it, or rarely nothing; ends in CR LF. */
export function mutated(command: string, random: Random): Buffer {
  let line: Buffer = Buffer.from(command);
  for (let count = random.below(5); count > 0; count--) line = random.pick(MUTATIONS)(line, random);
  return Buffer.concat([line, Buffer.from('\r\n')]);
}

function splice(line: Buffer, random: Random, count: number, text: Buffer): Buffer {
  const at = random.below(line.length + 1);
  return Buffer.concat([line.subarray(0, at), text, line.subarray(at + count)]);
}

/** Seldom longer than a line may be. */
function longRun(random: Random): number {
  return random.chance(20) ? random.below(20_000) : random.below(40);
}
