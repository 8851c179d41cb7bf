import { type Dialogue, mail, mailWith, rcpt, rcptWith, submitting } from './dialogue.js';

const OK = '250 2.1.0';
const RECIPIENT_OK = '250 2.1.5';
const BAD = '501 5.5.4';
const UNKNOWN = '555 5.5.4';
const TOO_LARGE = '552 5.3.4';
const NEEDS_SMTPUTF8 = '553 5.6.7';

/** RFC 1870: SIZE. */
const SIZE: readonly Dialogue[] = [
  mailWith('SIZE=0', OK),
  mailWith('SIZE=1000', OK),
  mailWith('SIZE=00001000', OK),
  mailWith('size=1000', OK),
  mailWith('SIZE={limit}', OK),
  mailWith('SIZE={overLimit}', TOO_LARGE),
  mailWith('SIZE=99999999999999999999', TOO_LARGE),
  mailWith('SIZE=999999999999999999999', BAD), // 21 digits: the RFC knows 20
  mailWith('SIZE=-1', BAD),
  mailWith('SIZE=+1', BAD),
  mailWith('SIZE=1.5', BAD),
  mailWith('SIZE=0x10', BAD),
  mailWith('SIZE=1e3', BAD),
  mailWith('SIZE=', BAD),
  mailWith('SIZE', BAD),
  mailWith('SIZE==1', BAD),
  mailWith('SIZE =1', BAD),
  mailWith('SIZE= 1', BAD),
  rcptWith('SIZE=1000', UNKNOWN),
  submitting(
    'MAIL again after a refused SIZE',
    ['MAIL FROM:<app@shop.test> SIZE={overLimit}', TOO_LARGE],
    ['RCPT TO:<a@receiver.test>', '503 5.5.1'],
    ['MAIL FROM:<app@shop.test> SIZE=1', OK],
  ),
];

/** RFC 6152 and RFC 3030: BODY, and what is not offered of CHUNKING. */
const BODY: readonly Dialogue[] = [
  mailWith('BODY=7BIT', OK),
  mailWith('body=8bitmime', OK),
  mailWith('BODY=8BITMIME SIZE=1', OK),
  mailWith('BODY=BINARYMIME', BAD),
  mailWith('BODY=9BIT', BAD),
  mailWith('BODY=', BAD),
  mailWith('BODY', BAD),
  mailWith('BODY=7BIT BODY=8BITMIME', BAD),
  rcptWith('BODY=8BITMIME', UNKNOWN),
  submitting('BDAT outside a transaction', ['BDAT 0 LAST', '502 5.5.1']),
  submitting(
    'BDAT in a transaction',
    ['MAIL FROM:<app@shop.test>', OK],
    ['RCPT TO:<a@receiver.test>', RECIPIENT_OK],
    ['BDAT 10 LAST', '502 5.5.1'],
    ['RSET', '250 2.0.0'],
  ),
];

/** RFC 6531: SMTPUTF8. */
const SMTPUTF8: readonly Dialogue[] = [
  mailWith('SMTPUTF8', OK),
  mailWith('smtputf8', OK),
  mailWith('SMTPUTF8 BODY=8BITMIME', OK),
  mailWith('SMTPUTF8=yes', BAD),
  mailWith('SMTPUTF8=', BAD),
  mailWith('SMTPUTF8 SMTPUTF8', BAD),
  rcptWith('SMTPUTF8', UNKNOWN),
  mail('FROM:<äpp@shop.test> SMTPUTF8', OK),
  mail('FROM:<äpp@shop.test>', NEEDS_SMTPUTF8),
  mail('FROM:<"ä pp"@shop.test> SMTPUTF8', OK),
  mail('FROM:<"ä pp"@shop.test>', NEEDS_SMTPUTF8),
  mail('FROM:<app@bücher.test> SMTPUTF8', OK),
  mail('FROM:<app@bücher.test>', NEEDS_SMTPUTF8),
  mail('FROM:<app@xn--bcher-kva.test>', OK),
  mail('FROM:<app@shop。test> SMTPUTF8', '501 5.1.7'), // a twin of the dot
  mail('FROM:<app@ｓhop.test> SMTPUTF8', '501 5.1.7'), // a twin of the letter
  mail('FROM:<a\u0085pp@shop.test> SMTPUTF8', '501 5.1.7'), // C1 control
  mail('FROM:<a\u2028pp@shop.test> SMTPUTF8', '501 5.1.7'), // line separator
  mail('FROM:<a\u202epp@shop.test> SMTPUTF8', '501 5.1.7'), // turns the text around
  rcpt('TO:<ä@receiver.test>', NEEDS_SMTPUTF8),
  rcpt('TO:<a@empfänger.test>', NEEDS_SMTPUTF8),
  submitting(
    'SMTPUTF8 opens RCPT, too',
    ['MAIL FROM:<app@shop.test> SMTPUTF8', OK],
    ['RCPT TO:<ä@receiver.test>', RECIPIENT_OK],
    ['RCPT TO:<a@empfänger.test>', RECIPIENT_OK],
    ['RCPT TO:<संपर्क@डाटामेल.भारत>', RECIPIENT_OK],
  ),
  submitting(
    'SMTPUTF8 holds for one transaction',
    ['MAIL FROM:<app@shop.test> SMTPUTF8', OK],
    ['RSET', '250 2.0.0'],
    ['MAIL FROM:<app@shop.test>', OK],
    ['RCPT TO:<ä@receiver.test>', NEEDS_SMTPUTF8],
  ),
];

/** RFC 3461 and RFC 6533: DSN. */
const DSN: readonly Dialogue[] = [
  mailWith('RET=FULL', OK),
  mailWith('ret=hdrs', OK),
  mailWith('RET=HDRS ENVID=abc+2Bdef', OK),
  mailWith('RET=ALL', BAD),
  mailWith('RET', BAD),
  mailWith('RET=FULL RET=FULL', BAD),
  rcptWith('RET=FULL', UNKNOWN),
  mailWith('ENVID=QQ314159', OK),
  mailWith(`ENVID=${'e'.repeat(100)}`, OK),
  mailWith(`ENVID=${'e'.repeat(101)}`, BAD),
  mailWith('ENVID=', BAD),
  mailWith('ENVID=a+0D+0Ab', BAD),
  mailWith('ENVID=a+00b', BAD),
  mailWith('ENVID=a+zz', BAD),
  mailWith('ENVID=a+2b', BAD), // hexadecimal digits of xtext are upper case
  mailWith('ENVID=a+', BAD),
  mailWith('ENVID=a=b', BAD),
  mailWith('ENVID=a+3Db', OK),
  rcptWith('ENVID=QQ314159', UNKNOWN),
  mailWith('NOTIFY=NEVER', UNKNOWN),
  mailWith('ORCPT=rfc822;a@receiver.test', UNKNOWN),
  rcptWith('NOTIFY=NEVER', RECIPIENT_OK),
  rcptWith('NOTIFY=SUCCESS,FAILURE,DELAY', RECIPIENT_OK),
  rcptWith('notify=delay,success', RECIPIENT_OK),
  rcptWith('NOTIFY=NEVER,DELAY', BAD),
  rcptWith('NOTIFY=SOMETIMES', BAD),
  rcptWith('NOTIFY=DELAY,DELAY', BAD),
  rcptWith('NOTIFY=DELAY,', BAD),
  rcptWith('NOTIFY=,DELAY', BAD),
  rcptWith('NOTIFY=DELAY FAILURE', UNKNOWN),
  rcptWith('NOTIFY=', BAD),
  rcptWith('NOTIFY', BAD),
  rcptWith('ORCPT=rfc822;a+2Bb@receiver.test', RECIPIENT_OK),
  rcptWith('ORCPT=RFC822;a@receiver.test', RECIPIENT_OK),
  rcptWith('ORCPT=utf-8;a+5Cx{e4}@receiver.test', RECIPIENT_OK),
  rcptWith('ORCPT=x400;/C+3DUS/', RECIPIENT_OK),
  rcptWith(`ORCPT=rfc822;${'o'.repeat(493)}`, RECIPIENT_OK),
  rcptWith(`ORCPT=rfc822;${'o'.repeat(494)}`, BAD),
  rcptWith('ORCPT=a@receiver.test', BAD),
  rcptWith('ORCPT=;a@receiver.test', BAD),
  rcptWith('ORCPT=rfc822;', BAD),
  rcptWith('ORCPT=rfc822;a+0Ab', BAD),
  rcptWith('ORCPT=rfc822;a ORCPT=rfc822;a', BAD),
  rcptWith('NOTIFY=NEVER ORCPT=rfc822;a', RECIPIENT_OK),
];

/** Extensions that are not offered: RFC 5321 §4.1.1.11 wants 555 for their parameters. */
const NOT_OFFERED: readonly Dialogue[] = [
  mailWith('REQUIRETLS', UNKNOWN), // RFC 8689
  mailWith('requiretls', UNKNOWN),
  mailWith('REQUIRETLS=yes', UNKNOWN),
  rcptWith('REQUIRETLS', UNKNOWN),
  rcptWith('RRVS=2014-04-03T23:01:00Z', UNKNOWN), // RFC 7293
  rcptWith('RRVS=2014-04-03T23:01:00Z;C', UNKNOWN),
  rcptWith('RRVS=2014-04-03T23:01:00Z;R', UNKNOWN),
  rcptWith('rrvs=nonsense', UNKNOWN),
  mailWith('RRVS=2014-04-03T23:01:00Z', UNKNOWN),
  mailWith('MT-PRIORITY=3', UNKNOWN), // RFC 6710
  mailWith('BY=120;R', UNKNOWN), // RFC 2852
  mailWith('HOLDFOR=60', UNKNOWN), // RFC 4865
  mailWith('HOLDUNTIL=2030-01-01T00:00:00Z', UNKNOWN),
  mailWith('MTRK=abc', UNKNOWN), // RFC 3885
  mailWith('SOLICIT=org.example:ADV', UNKNOWN), // RFC 3865
  mailWith('TRANSID=<a@b>', UNKNOWN), // RFC 1845
  rcptWith('CONPERM', UNKNOWN), // RFC 4141
  mailWith('XYZZY', UNKNOWN),
  mailWith('X-YZZY=1', UNKNOWN),
];

/** RFC 5321 §4.1.2: how parameters are written. */
const SYNTAX: readonly Dialogue[] = [
  mailWith('SIZE=1  BODY=7BIT', OK),
  mailWith('SIZE=1 ', OK),
  mailWith('SIZE=1 SIZE=1', BAD),
  mailWith('SIZE=1 size=1', BAD),
  mailWith('=1', BAD),
  mailWith('-SIZE=1', BAD),
  mailWith('SI_ZE=1', BAD),
  mailWith('ENVID="a b"', BAD),
  mailWith('SIZE=1\tBODY=7BIT', BAD),
  mailWith('SIZE=1;BODY=7BIT', BAD),
  mail('FROM:<app@shop.test>SIZE=1', BAD),
  mail('FROM:<app@shop.test>\tSIZE=1', BAD),
  mail('FROM:<app@shop.test> <SIZE=1>', BAD),
];

/** What extensions add to MAIL and RCPT. */
export const EXTENSIONS: readonly Dialogue[] = [
  ...SIZE,
  ...BODY,
  ...SMTPUTF8,
  ...DSN,
  ...NOT_OFFERED,
  ...SYNTAX,
];
