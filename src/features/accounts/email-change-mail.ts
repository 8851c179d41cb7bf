import type { SystemMail } from './postman.js';

type Mail = Pick<SystemMail, 'subject' | 'text'>;

/** To the new address. The token stands behind `#`, which browsers send to nobody. */
export function confirmationMail(publicUrl: string, token: string): Mail {
  return {
    subject: 'Confirm your new address for Posthouse',
    text: `Somebody, probably you, wants this to be the address of an account. Within 24 hours, where you are signed in, open

${publicUrl}/confirm-email#${token}

or call the mutation confirmEmailChange with the token

${token}

If that was not you, do nothing: this address is not used.
`,
  };
}

/** To the new address where it is another account's: nobody else learns that. */
export function takenMail(): Mail {
  return {
    subject: 'This address has an account at Posthouse',
    text: `Somebody, perhaps you, wants this to be the address of another account. It has an account already, so nothing was changed.

To use it for the other account, change the address of this one or have it deleted first.
`,
  };
}

/** To the address until now, whatever becomes of the new one. */
export function askedMail(email: string): Mail {
  return {
    subject: 'A new address was asked for',
    text: `Somebody, probably you, wants the address of your account at Posthouse to be

${email}

It changes when that is confirmed there. If it was not you, change your password or sign out everywhere now, and tell the administrator.
`,
  };
}

/** To the address until now, when it is over. */
export function changedMail(email: string): Mail {
  return {
    subject: 'The address of your account was changed',
    text: `The address of your account at Posthouse is now

${email}

If that was not you, tell the administrator.
`,
  };
}
