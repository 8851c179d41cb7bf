import { Refusal } from '../../platform/refusal.js';

/** Says neither whether the user exists nor which part was wrong. */
export class SignInRefused extends Refusal {
  readonly kind = 'forbidden';
}

/** Passwords, sessions and access tokens are for the person alone, not for a program with a token. */
export class PersonRequired extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('Sign in with a password first: an access token may not do this');
  }
}

export class TokenExpiryPassed extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'expiresAt'];
  constructor() {
    super('The expiry lies in the past');
  }
}

/** The caller may do this somewhere, but not here. */
export class OutOfScope extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('This access token is restricted to one organization');
  }
}
