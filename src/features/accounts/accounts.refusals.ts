import { Refusal } from '../../platform/refusal.js';
import type { Permission } from './policy.js';

/** Says neither whether the user exists nor which part was wrong. */
export class SignInRefused extends Refusal {
  readonly kind = 'forbidden';
}

/** The installation lets nobody in with a password. */
export class PasswordsOff extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('Passwords are off here: sign in with the identity provider');
  }
}

/** The password was right, and there is a second factor. */
export class TotpRequired extends Refusal {
  readonly kind = 'forbidden';
  constructor(
    readonly challenge: string,
    readonly expiresAt: Date,
  ) {
    super('A code of the authenticator app is needed, too');
  }
}

export class TotpAlreadyOn extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('There is a second factor already: disable it first');
  }
}

export class TotpNotOn extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('There is no second factor');
  }
}

/** Passwords, sessions and access tokens are for the person alone, not for a program with a token. */
export class PersonRequired extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('Sign in as a person first: an access token may not do this');
  }
}

export class TokenExpiryPassed extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'expiresAt'];
  constructor() {
    super('The expiry lies in the past');
  }
}

/** Nobody gives away more than they have. */
export class ScopeNotHeld extends Refusal {
  readonly kind = 'forbidden';
  override readonly path = ['input', 'scopes'];
  constructor(readonly scope: Permission) {
    super(`You may not do ${scope} there yourself`);
  }
}

export class InvalidAllowedNetwork extends Refusal {
  readonly kind = 'invalid';
  override readonly path: readonly string[];
  /** Of this network among them, or of all. */
  constructor(
    index: number | null,
    text = 'An allowed network must be an IP address or CIDR such as 192.0.2.0/24',
  ) {
    super(text);
    this.path = ['input', 'allowedNetworks', ...(index === null ? [] : [String(index)])];
  }
}

/** Somebody chose it, or a name led to it; of what is deleted it stays taken until the purge. */
export class SlugTaken extends Refusal {
  readonly kind = 'conflict';
  override readonly path = ['input', 'slug'];
  constructor(readonly slug: string) {
    super(`The slug ${slug} is taken`);
  }
}

/** The caller may do this somewhere, but not here. */
export class OutOfScope extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('This access token is restricted to one organization');
  }
}
