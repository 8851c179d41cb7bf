/** One dialogue: what is said after the greeting, and the code (and enhanced code) that must answer it. */
export interface Dialogue {
  readonly name: string;
  readonly on: 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN';
  readonly lines: readonly (readonly [line: string, reply: string])[];
}

const EHLO = ['EHLO peer.test', '250'] as const;
const LOGIN = ['AUTH PLAIN {plain}', '235 2.7.0'] as const;
const MAIL = ['MAIL FROM:<app@shop.test>', '250 2.1.0'] as const;
const RCPT = ['RCPT TO:<someone@receiver.test>', '250 2.1.5'] as const;
const CONTENT = 'From: app@shop.test\r\nSubject: dialogue\r\n\r\nbody\r\n.';

/** On the submission listener, greeted and logged in. */
function submitting(name: string, ...lines: Dialogue['lines']): Dialogue {
  return { name, on: 'SUBMISSION_LISTEN', lines: [EHLO, LOGIN, ...lines] };
}

/** On the listener for other mail servers, greeted only. */
function stranger(name: string, ...lines: Dialogue['lines']): Dialogue {
  return { name, on: 'SMTP_LISTEN', lines: [EHLO, ...lines] };
}

function mail(argument: string, reply: string): Dialogue {
  return submitting(`MAIL ${argument}`, [`MAIL ${argument}`, reply]);
}

function rcpt(argument: string, reply: string): Dialogue {
  return submitting(`RCPT ${argument}`, MAIL, [`RCPT ${argument}`, reply]);
}

const RFC_5321: readonly Dialogue[] = [
  submitting('a whole transaction', MAIL, RCPT, ['DATA', '354'], [CONTENT, '250 2.0.0']),
  submitting(
    'two transactions',
    MAIL,
    RCPT,
    ['DATA', '354'],
    [CONTENT, '250 2.0.0'],
    MAIL,
    RCPT,
    ['DATA', '354'],
    [CONTENT, '250 2.0.0'],
    ['QUIT', '221 2.0.0'],
  ),
  submitting(
    'lower case',
    ['mail from:<app@shop.test>', '250 2.1.0'],
    ['rcpt to:<a@b.test>', '250 2.1.5'],
  ),
  { name: 'HELO', on: 'SMTP_LISTEN', lines: [['HELO peer.test', '250'], MAIL] },
  { name: 'HELO without name', on: 'SMTP_LISTEN', lines: [['HELO', '501']] },
  { name: 'EHLO without name', on: 'SMTP_LISTEN', lines: [['EHLO', '501']] },
  { name: 'EHLO with two names', on: 'SMTP_LISTEN', lines: [['EHLO a b', '501']] },
  { name: 'EHLO with an address literal', on: 'SMTP_LISTEN', lines: [['EHLO [127.0.0.1]', '250']] },
  { name: 'MAIL before EHLO', on: 'SMTP_LISTEN', lines: [['MAIL FROM:<a@b.test>', '503 5.5.1']] },
  { name: 'RCPT before EHLO', on: 'SMTP_LISTEN', lines: [['RCPT TO:<a@b.test>', '503 5.5.1']] },
  { name: 'DATA before EHLO', on: 'SMTP_LISTEN', lines: [['DATA', '503 5.5.1']] },
  { name: 'QUIT before EHLO', on: 'SMTP_LISTEN', lines: [['QUIT', '221 2.0.0']] },
  { name: 'NOOP before EHLO', on: 'SMTP_LISTEN', lines: [['NOOP', '250 2.0.0']] },
  stranger('RCPT before MAIL', ['RCPT TO:<a@b.test>', '503 5.5.1']),
  stranger('DATA before MAIL', ['DATA', '503 5.5.1']),
  stranger('NOOP with an argument', ['NOOP whatever', '250 2.0.0']),
  stranger('RSET', ['RSET', '250 2.0.0']),
  stranger('RSET with an argument', ['RSET now', '501 5.5.4']),
  stranger('QUIT with an argument', ['QUIT now', '501 5.5.4'], ['QUIT', '221 2.0.0']),
  stranger('VRFY', ['VRFY someone', '252 2.0.0']),
  stranger('VRFY without argument', ['VRFY', '501 5.5.4']),
  stranger('EXPN', ['EXPN list', '502 5.5.1']),
  stranger('HELP', ['HELP', '214 2.0.0']),
  stranger('an unknown command', ['XYZZY', '500 5.5.2']),
  stranger('an empty line', ['', '500 5.5.2']),
  stranger('a space before the command', [' NOOP', '500 5.5.2']),
  stranger('trailing white space', ['NOOP  ', '250 2.0.0']),
  stranger('BDAT without CHUNKING', ['BDAT 0 LAST', '502 5.5.1']),
  stranger('ETRN', ['ETRN x', '502 5.5.1']),
  stranger('TURN', ['TURN', '502 5.5.1']),
  stranger('an HTTP request', ['GET / HTTP/1.1', '421 4.7.0']),
  submitting('DATA without recipients', MAIL, ['DATA', '554 5.5.1']),
  submitting('DATA with an argument', MAIL, RCPT, ['DATA now', '501 5.5.4']),
  submitting('nested MAIL', MAIL, ['MAIL FROM:<b@shop.test>', '503 5.5.1']),
  submitting(
    'RSET ends the transaction',
    MAIL,
    RCPT,
    ['RSET', '250 2.0.0'],
    ['RCPT TO:<a@b.test>', '503 5.5.1'],
  ),
  submitting('EHLO ends the transaction', MAIL, RCPT, EHLO, ['RCPT TO:<a@b.test>', '503 5.5.1']),
  submitting(
    'HELO ends the transaction',
    MAIL,
    ['HELO x', '250'],
    ['RCPT TO:<a@b.test>', '503 5.5.1'],
  ),
  submitting(
    'a refused recipient does not end it',
    MAIL,
    ['RCPT TO:<nonsense>', '501 5.1.3'],
    RCPT,
    ['DATA', '354'],
    [CONTENT, '250 2.0.0'],
  ),
];

const PATHS: readonly Dialogue[] = [
  mail('FROM:<>', '250 2.1.0'),
  mail('FROM: <app@shop.test>', '250 2.1.0'),
  mail('FROM:<@relay.test:app@shop.test>', '250 2.1.0'),
  mail('FROM:<"a b"@shop.test>', '250 2.1.0'),
  mail('FROM:<"a>b"@shop.test>', '250 2.1.0'),
  mail('FROM:app@shop.test', '501 5.1.7'),
  mail('FROM:<app@shop.test', '501 5.1.7'),
  mail('FROM:<app>', '501 5.1.7'),
  mail('FROM:<a b@shop.test>', '501 5.1.7'),
  mail('FROM:<a@b@shop.test>', '501 5.1.7'),
  mail('FROM:<app@-bad-.test>', '501 5.1.7'),
  mail('FROM:<app@a..test>', '501 5.1.7'),
  mail('FROM:<postmaster>', '501 5.1.7'),
  mail('TO:<app@shop.test>', '501 5.1.7'),
  mail('FROM', '501 5.1.7'),
  mail(`FROM:<${'a'.repeat(65)}@shop.test>`, '501 5.1.7'),
  mail(`FROM:<${'a'.repeat(64)}@shop.test>`, '250 2.1.0'),
  rcpt('TO:<>', '501 5.1.3'),
  rcpt('TO:<someone>', '501 5.1.3'),
  rcpt('TO:<a@b@receiver.test>', '501 5.1.3'),
  rcpt('TO:<a%b@receiver.test>', '250 2.1.5'),
  rcpt('TO:<b!a@receiver.test>', '250 2.1.5'),
  rcpt('TO:<"a@b"@receiver.test>', '250 2.1.5'),
  rcpt('TO:<@x.test,@y.test:a@receiver.test>', '250 2.1.5'),
  rcpt('TO:<a@[127.0.0.1]>', '250 2.1.5'),
  rcpt('TO:<a@[IPv6:::1]>', '250 2.1.5'),
  rcpt('TO:<a@[300.0.0.1]>', '501 5.1.3'),
  rcpt('TO:<(comment)a@receiver.test>', '501 5.1.3'),
  rcpt('TO:<a@receiver.test(comment)>', '501 5.1.3'),
  rcpt('TO:<postmaster>', '550 5.1.1'),
  rcpt('FROM:<a@receiver.test>', '501 5.1.3'),
];

const EXTENSIONS: readonly Dialogue[] = [
  mail('FROM:<app@shop.test> SIZE=1000', '250 2.1.0'),
  mail('FROM:<app@shop.test> SIZE={limit}', '250 2.1.0'),
  mail('FROM:<app@shop.test> SIZE={overLimit}', '552 5.3.4'),
  mail('FROM:<app@shop.test> SIZE=99999999999999999999', '552 5.3.4'),
  mail('FROM:<app@shop.test> SIZE=-1', '501 5.5.4'),
  mail('FROM:<app@shop.test> SIZE=', '501 5.5.4'),
  mail('FROM:<app@shop.test> SIZE', '501 5.5.4'),
  mail('FROM:<app@shop.test> BODY=7BIT', '250 2.1.0'),
  mail('FROM:<app@shop.test> body=8bitmime', '250 2.1.0'),
  mail('FROM:<app@shop.test> BODY=BINARYMIME', '501 5.5.4'),
  mail('FROM:<app@shop.test> SMTPUTF8', '250 2.1.0'),
  mail('FROM:<app@shop.test> SMTPUTF8=yes', '501 5.5.4'),
  mail('FROM:<äpp@shop.test> SMTPUTF8', '250 2.1.0'),
  mail('FROM:<äpp@shop.test>', '553 5.6.7'),
  mail('FROM:<app@bücher.test>', '553 5.6.7'),
  mail('FROM:<app@shop.test> RET=FULL', '250 2.1.0'),
  mail('FROM:<app@shop.test> RET=HDRS ENVID=abc+2Bdef', '250 2.1.0'),
  mail('FROM:<app@shop.test> RET=ALL', '501 5.5.4'),
  mail('FROM:<app@shop.test> ENVID=a+0D+0Ab', '501 5.5.4'),
  mail('FROM:<app@shop.test> ENVID=a+zz', '501 5.5.4'),
  mail(`FROM:<app@shop.test> ENVID=${'e'.repeat(101)}`, '501 5.5.4'),
  mail('FROM:<app@shop.test> AUTH=<>', '250 2.1.0'),
  mail('FROM:<app@shop.test> AUTH=someone+40else.test', '250 2.1.0'),
  mail('FROM:<app@shop.test> REQUIRETLS', '555 5.5.4'),
  mail('FROM:<app@shop.test> MT-PRIORITY=3', '555 5.5.4'),
  mail('FROM:<app@shop.test> NOTIFY=NEVER', '555 5.5.4'),
  mail('FROM:<app@shop.test> SIZE=1 SIZE=1', '501 5.5.4'),
  mail('FROM:<app@shop.test> =1', '501 5.5.4'),
  mail('FROM:<app@shop.test>SIZE=1', '501 5.5.4'),
  rcpt('TO:<a@receiver.test> NOTIFY=NEVER', '250 2.1.5'),
  rcpt('TO:<a@receiver.test> NOTIFY=SUCCESS,FAILURE,DELAY', '250 2.1.5'),
  rcpt('TO:<a@receiver.test> NOTIFY=NEVER,DELAY', '501 5.5.4'),
  rcpt('TO:<a@receiver.test> NOTIFY=SOMETIMES', '501 5.5.4'),
  rcpt('TO:<a@receiver.test> NOTIFY=DELAY,DELAY', '501 5.5.4'),
  rcpt('TO:<a@receiver.test> NOTIFY=', '501 5.5.4'),
  rcpt('TO:<a@receiver.test> ORCPT=rfc822;a+2Bb@receiver.test', '250 2.1.5'),
  rcpt('TO:<a@receiver.test> ORCPT=a@receiver.test', '501 5.5.4'),
  rcpt('TO:<a@receiver.test> ORCPT=rfc822;a+0Ab', '501 5.5.4'),
  rcpt('TO:<a@receiver.test> RRVS=2014-04-03T23:01:00Z', '555 5.5.4'),
  rcpt('TO:<ä@receiver.test>', '553 5.6.7'),
  submitting(
    'SMTPUTF8 opens RCPT, too',
    ['MAIL FROM:<app@shop.test> SMTPUTF8', '250 2.1.0'],
    ['RCPT TO:<ä@receiver.test>', '250 2.1.5'],
  ),
];

const AUTH: readonly Dialogue[] = [
  {
    name: 'AUTH before EHLO',
    on: 'SUBMISSION_LISTEN',
    lines: [['AUTH PLAIN {plain}', '503 5.5.1']],
  },
  {
    name: 'AUTH after HELO',
    on: 'SUBMISSION_LISTEN',
    lines: [
      ['HELO x', '250'],
      ['AUTH PLAIN {plain}', '503 5.5.1'],
    ],
  },
  {
    name: 'submission without AUTH',
    on: 'SUBMISSION_LISTEN',
    lines: [EHLO, ['MAIL FROM:<a@b.test>', '530 5.7.0']],
  },
  {
    name: 'implicit TLS without AUTH',
    on: 'SUBMISSIONS_LISTEN',
    lines: [EHLO, ['MAIL FROM:<a@b.test>', '530 5.7.0']],
  },
  { name: 'AUTH on implicit TLS', on: 'SUBMISSIONS_LISTEN', lines: [EHLO, LOGIN, MAIL] },
  stranger('AUTH on the listener for mail servers', LOGIN, MAIL, RCPT),
  stranger('PLAIN in two steps', ['AUTH PLAIN', '334'], ['{plain}', '235 2.7.0']),
  stranger('LOGIN', ['AUTH LOGIN', '334'], ['{user}', '334'], ['{password}', '235 2.7.0']),
  stranger(
    'LOGIN with the name at once',
    ['AUTH LOGIN {user}', '334'],
    ['{password}', '235 2.7.0'],
  ),
  stranger('an aborted exchange', ['AUTH PLAIN', '334'], ['*', '501 5.7.0'], ['NOOP', '250 2.0.0']),
  stranger('an aborted LOGIN', ['AUTH LOGIN', '334'], ['{user}', '334'], ['*', '501 5.7.0']),
  stranger('no base64', ['AUTH PLAIN ???', '501 5.5.2']),
  stranger('a token of two fields', ['AUTH PLAIN YQBi', '501 5.5.2']),
  stranger('an empty initial response', ['AUTH PLAIN =', '501 5.5.2']),
  stranger('an empty name', ['AUTH LOGIN =', '334'], ['*', '501 5.7.0']),
  stranger('an unknown mechanism', ['AUTH CRAM-MD5', '504 5.5.4']),
  stranger('no mechanism', ['AUTH', '501 5.5.4']),
  stranger('AUTH twice', LOGIN, ['AUTH PLAIN {plain}', '503 5.5.1']),
  stranger(
    'AUTH in a transaction',
    ['MAIL FROM:<a@b.test>', '250 2.1.0'],
    ['AUTH PLAIN {plain}', '503 5.5.1'],
  ),
  stranger('STARTTLS with an argument', ['STARTTLS now', '501 5.5.4']),
  {
    name: 'STARTTLS under TLS',
    on: 'SUBMISSIONS_LISTEN',
    lines: [EHLO, ['STARTTLS', '503 5.5.1']],
  },
  { name: 'STARTTLS before EHLO', on: 'SMTP_LISTEN', lines: [['STARTTLS', '503 5.5.1']] },
];

const STRANGERS: readonly Dialogue[] = [
  stranger(
    'relaying',
    ['MAIL FROM:<a@b.test>', '250 2.1.0'],
    ['RCPT TO:<x@y.test>', '550 5.7.1'],
    ['DATA', '554 5.5.1'],
  ),
  stranger(
    'relaying with the null sender',
    ['MAIL FROM:<>', '250 2.1.0'],
    ['RCPT TO:<x@y.test>', '550 5.7.1'],
  ),
  stranger('postmaster', ['MAIL FROM:<>', '250 2.1.0'], ['RCPT TO:<postmaster>', '550 5.7.1']),
];

export const DIALOGUES: readonly Dialogue[] = [
  ...RFC_5321,
  ...PATHS,
  ...EXTENSIONS,
  ...AUTH,
  ...STRANGERS,
];
