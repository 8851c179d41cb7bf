/** One dialogue: what is said after the greeting, and the code (and enhanced code) that must answer it. */
export interface Dialogue {
  readonly name: string;
  readonly on: 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN';
  readonly lines: readonly (readonly [line: string, reply: string])[];
}

export const EHLO = ['EHLO peer.test', '250'] as const;
export const LOGIN = ['AUTH PLAIN {plain}', '235 2.7.0'] as const;
export const MAIL = ['MAIL FROM:<app@shop.test>', '250 2.1.0'] as const;
export const RCPT = ['RCPT TO:<someone@receiver.test>', '250 2.1.5'] as const;
export const CONTENT = 'From: app@shop.test\r\nSubject: dialogue\r\n\r\nbody\r\n.';

/** On the submission listener, greeted and logged in. */
export function submitting(name: string, ...lines: Dialogue['lines']): Dialogue {
  return { name, on: 'SUBMISSION_LISTEN', lines: [EHLO, LOGIN, ...lines] };
}

/** On the listener for other mail servers, greeted only. */
export function stranger(name: string, ...lines: Dialogue['lines']): Dialogue {
  return { name, on: 'SMTP_LISTEN', lines: [EHLO, ...lines] };
}

export function mail(argument: string, reply: string): Dialogue {
  return submitting(`MAIL ${argument}`, [`MAIL ${argument}`, reply]);
}

export function rcpt(argument: string, reply: string): Dialogue {
  return submitting(`RCPT ${argument}`, MAIL, [`RCPT ${argument}`, reply]);
}

/** MAIL of the usual sender with parameters. */
export function mailWith(parameters: string, reply: string): Dialogue {
  return mail(`FROM:<app@shop.test> ${parameters}`, reply);
}

/** RCPT of the usual recipient with parameters. */
export function rcptWith(parameters: string, reply: string): Dialogue {
  return rcpt(`TO:<a@receiver.test> ${parameters}`, reply);
}
