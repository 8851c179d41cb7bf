import type { LineProblem } from '../mail/line-ends.js';

/** One reply (RFC 5321 §4.2) with its enhanced code (RFC 2034), which greetings and EHLO do not have. */
export interface Reply {
  readonly code: number;
  readonly enhanced: string | null;
  readonly text: string | readonly string[];
  /** The session ends once this is sent. */
  readonly closes: boolean;
}

/** Every fixed reply of the SMTP door. Those that depend on a value are made by the functions below. */
export const REPLIES = {
  ok: reply(250, '2.0.0', 'OK'),
  reset: reply(250, '2.0.0', 'Flushed'),
  senderOk: reply(250, '2.1.0', 'Sender OK'),
  recipientOk: reply(250, '2.1.5', 'Recipient OK'),
  goAhead: reply(354, null, 'End data with <CR><LF>.<CR><LF>'),
  help: reply(214, '2.0.0', 'See RFC 5321 and RFC 6409'),
  cannotVerify: reply(252, '2.0.0', 'Cannot verify, but will try to deliver'),
  bye: closing(221, '2.0.0', 'Bye'),
  readyForTls: reply(220, '2.0.0', 'Ready to start TLS'),

  loggedIn: reply(235, '2.7.0', 'Logged in'),
  badCredentials: reply(535, '5.7.8', 'Wrong user name or password'),
  tooManyFailedLogins: closing(421, '4.7.0', 'Too many failed logins'),
  loginBarred: reply(454, '4.7.0', 'Too many failed logins, please try again later'),
  loginRevoked: closing(535, '5.7.8', 'The credential of this session was revoked'),
  loginOver: closing(421, '4.7.0', 'The credential of this session was revoked'),
  loginUnavailable: reply(454, '4.7.0', 'Cannot check logins now, please try again later'),
  loginAborted: reply(501, '5.7.0', 'Authentication aborted'),
  badLoginData: reply(501, '5.5.2', 'That is not valid base64 for this mechanism'),
  loginLineTooLong: reply(500, '5.5.6', 'Authentication line too long'),
  unknownMechanism: reply(504, '5.5.4', 'Use AUTH PLAIN or AUTH LOGIN'),
  loginNeedsTls: reply(538, '5.7.11', 'Start TLS before you log in'),
  alreadyLoggedIn: reply(503, '5.5.1', 'Already logged in'),
  loginInTransaction: reply(503, '5.5.1', 'AUTH is not allowed inside a mail transaction'),
  loginRequired: reply(530, '5.7.0', 'Authentication required'),

  unrecognized: reply(500, '5.5.2', 'Command not recognized'),
  notImplemented: reply(502, '5.5.1', 'Command not implemented'),
  lineTooLong: reply(500, '5.5.2', 'Command line too long'),
  badLineEnd: reply(500, '5.5.2', 'Command lines end in CR LF and contain no CR, LF or NUL'),
  badEncoding: reply(500, '5.5.2', 'Command line is not valid UTF-8'),
  noArgument: reply(501, '5.5.4', 'This command takes no argument'),
  argumentMissing: reply(501, '5.5.4', 'This command needs an argument'),
  badHelloName: reply(501, null, 'Give the name of your host'),
  helloFirst: reply(503, '5.5.1', 'Send EHLO first'),
  tlsActive: reply(503, '5.5.1', 'TLS is already active'),
  nestedMail: reply(503, '5.5.1', 'A mail transaction is already open'),
  mailFirst: reply(503, '5.5.1', 'Send MAIL first'),
  noRecipients: reply(554, '5.5.1', 'No valid recipients'),

  badParameters: reply(501, '5.5.4', 'Malformed or repeated parameter'),
  badSender: reply(501, '5.1.7', 'Bad sender address syntax'),
  badRecipient: reply(501, '5.1.3', 'Bad recipient address syntax'),
  needsSmtputf8: reply(553, '5.6.7', 'A non-ASCII address needs SMTPUTF8'),
  relayingDenied: reply(550, '5.7.1', 'Relaying denied: log in first'),
  noSuchMailbox: reply(550, '5.1.1', 'No such mailbox here'),
  tooManyRecipients: reply(
    452,
    '4.5.3',
    'Too many recipients, send the rest in another transaction',
  ),
  mixedRecipients: reply(452, '4.5.3', 'Send bounces in a transaction of their own'),

  badIdempotencyKey: reply(
    550,
    '5.6.0',
    'X-Idempotency-Key must be one field of 1 to 255 ASCII characters',
  ),

  localError: reply(451, '4.3.0', 'Local error, please try again later'),
  storageFull: reply(452, '4.3.1', 'Insufficient storage, please try again later'),
  tooBusy: closing(421, '4.3.2', 'Too many connections, please try again later'),
  overloaded: closing(421, '4.3.2', 'Too busy, please try again later'),
  tooBusyForMail: reply(452, '4.3.1', 'Too busy, please try again later'),
  tooManyFromAddress: closing(421, '4.7.0', 'Too many connections from your address'),
  spokeTooSoon: closing(421, '4.7.0', 'You spoke before the greeting'),
  idle: closing(421, '4.4.2', 'Idle for too long'),
  slow: closing(421, '4.4.2', 'The message took too long'),
  stopping: closing(421, '4.3.2', 'Service is stopping, please try again later'),
  tooManyErrors: closing(421, '4.7.0', 'Too many errors'),
  outOfStep: closing(421, '4.7.0', 'You sent a message after DATA was refused'),
  endlessLine: closing(421, '4.7.0', 'Endless command line'),
  notHttp: closing(421, '4.7.0', 'This is not an HTTP server'),
} as const;

export function greeting(hostname: string): Reply {
  return reply(220, null, `${hostname} ESMTP Posthouse`);
}

export function hello(hostname: string, extensions: readonly string[]): Reply {
  return reply(250, null, [hostname, ...extensions]);
}

export function challenge(text: string): Reply {
  return reply(334, null, text);
}

export function unknownParameter(name: string): Reply {
  return reply(555, '5.5.4', `Parameter ${name} is not supported here`);
}

export function badParameter(name: string): Reply {
  return reply(501, '5.5.4', `Bad value of parameter ${name}`);
}

export function messageTooLarge(limitBytes: number): Reply {
  return reply(552, '5.3.4', `Message is larger than ${limitBytes} bytes`);
}

/** The message was received and cannot be taken as it stands. */
export function badContent({ kind, line }: LineProblem): Reply {
  return reply(550, '5.6.0', `Line ${line} of the message ${LINE_PROBLEMS[kind]}`);
}

export function suspended(reason: string): Reply {
  return reply(550, '5.7.1', `Mail server is suspended: ${reason}`);
}

export function queued(messageId: string): Reply {
  return reply(250, '2.0.0', `Ok: queued as ${messageId}`);
}

export function reply(
  code: number,
  enhanced: string | null,
  text: string | readonly string[],
): Reply {
  return { code, enhanced, text, closes: false };
}

/** The bytes of a reply. Text cannot break out of its line, whatever it was made of, nor exceed 512 octets. */
export function format({ code, enhanced, text }: Reply): string {
  const lines = typeof text === 'string' ? [text] : text;
  const prefix = enhanced === null ? '' : `${enhanced} `;
  return lines
    .map((line, index) => {
      const separator = index < lines.length - 1 ? '-' : ' ';
      return `${code}${separator}${prefix}${printable(line)}\r\n`;
    })
    .join('');
}

const LINE_PROBLEMS: Readonly<Record<LineProblem['kind'], string>> = {
  'lone-lf': 'has a bare line feed (LF without CR)',
  'lone-cr': 'has a bare carriage return (CR without LF)',
  nul: 'has a NUL character',
  'line-too-long': 'has more than 998 characters',
};

const LONGEST_TEXT = 480;

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_TEXT);
}

function closing(code: number, enhanced: string, text: string): Reply {
  return { code, enhanced, text, closes: true };
}
