import { type Dialogue, EHLO, LOGIN, MAIL, RCPT, stranger } from './dialogue.js';

/** RFC 4954, RFC 6409 and RFC 3207. */
export const AUTHENTICATION: readonly Dialogue[] = [
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

  stranger('mechanisms in any case', ['auth plain {plain}', '235 2.7.0']),
  stranger(
    'LOGIN in lower case',
    ['auth login', '334'],
    ['{user}', '334'],
    ['{password}', '235 2.7.0'],
  ),
  ...['EXTERNAL', 'XOAUTH2', 'OAUTHBEARER', 'DIGEST-MD5', 'GSSAPI', 'SCRAM-SHA-256', '*', '='].map(
    (name) => stranger(`AUTH ${name}`, [`AUTH ${name}`, '504 5.5.4']),
  ),
  stranger('more than one initial response', ['AUTH PLAIN {plain} x', '501 5.5.4']),
  stranger('a wrong password', ['AUTH PLAIN AGEAYg==', '535 5.7.8'], ['NOOP', '250 2.0.0']),
  stranger(
    'LOGIN with a wrong password',
    ['AUTH LOGIN', '334'],
    ['YQ==', '334'],
    ['Yg==', '535 5.7.8'],
    LOGIN,
  ),
  stranger('base64 without its padding', ['AUTH PLAIN AGEAYg', '501 5.5.2']),
  stranger('base64 that is not UTF-8', ['AUTH PLAIN AP8A/w==', '501 5.5.2']),
  stranger('base64 with a space', ['AUTH PLAIN', '334'], ['AGEA Yg==', '501 5.5.2']),
  stranger('a token of four fields', ['AUTH PLAIN AGEAYgBj', '501 5.5.2']),
  stranger('a star as initial response', ['AUTH PLAIN *', '501 5.5.2']),
  stranger(
    'an empty line in an exchange',
    ['AUTH PLAIN', '334'],
    ['', '501 5.5.2'],
    ['NOOP', '250 2.0.0'],
  ),
  stranger(
    'a command in an exchange',
    ['AUTH PLAIN', '334'],
    ['QUIT', '501 5.5.2'],
    ['NOOP', '250 2.0.0'],
  ),
  stranger(
    'an aborted password',
    ['AUTH LOGIN', '334'],
    ['{user}', '334'],
    ['*', '501 5.7.0'],
    ['NOOP', '250 2.0.0'],
  ),
  stranger(
    'an exchange after an aborted one',
    ['AUTH LOGIN', '334'],
    ['*', '501 5.7.0'],
    LOGIN,
    MAIL,
  ),
  stranger('MAIL AUTH= with bad xtext', LOGIN, [
    'MAIL FROM:<app@shop.test> AUTH=a+zz',
    '501 5.5.4',
  ]),
  stranger('MAIL AUTH= without value', LOGIN, ['MAIL FROM:<app@shop.test> AUTH', '501 5.5.4']),
  stranger('RCPT AUTH=', LOGIN, MAIL, ['RCPT TO:<a@b.test> AUTH=<>', '555 5.5.4']),
  stranger(
    'STARTTLS with an argument in a transaction',
    ['MAIL FROM:<a@b.test>', '250 2.1.0'],
    ['STARTTLS x', '501 5.5.4'],
    ['RSET', '250 2.0.0'],
  ),
  {
    name: 'STARTTLS after HELO',
    on: 'SMTP_LISTEN',
    lines: [
      ['HELO peer.test', '250'],
      ['STARTTLS', '503 5.5.1'],
    ],
  },
  {
    name: 'STARTTLS with an argument under TLS',
    on: 'SUBMISSIONS_LISTEN',
    lines: [EHLO, ['STARTTLS now', '501 5.5.4']],
  },
  ...(['SUBMISSION_LISTEN', 'SUBMISSIONS_LISTEN'] as const).flatMap((on): Dialogue[] => [
    { name: `RCPT without login on ${on}`, on, lines: [EHLO, ['RCPT TO:<a@b.test>', '503 5.5.1']] },
    {
      name: `the null sender without login on ${on}`,
      on,
      lines: [EHLO, ['MAIL FROM:<>', '530 5.7.0']],
    },
    {
      name: `MAIL AUTH= without login on ${on}`,
      on,
      lines: [EHLO, ['MAIL FROM:<a@b.test> AUTH=<>', '530 5.7.0']],
    },
    { name: `NOOP without login on ${on}`, on, lines: [EHLO, ['NOOP', '250 2.0.0']] },
    {
      name: `login after a refused MAIL on ${on}`,
      on,
      lines: [EHLO, ['MAIL FROM:<>', '530 5.7.0'], LOGIN, MAIL, RCPT],
    },
  ]),
];
