import { Refusal } from '../../platform/refusal.js';

export class OidcNotConfigured extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('There is no identity provider with which to sign in here.');
  }
}

/** The answer belongs to no sign-in of this browser that is still open. */
export class OidcSignInOver extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super(
      'This sign-in was not begun in this browser, is used already, or took too long. Start again.',
    );
  }
}

/** Says neither whether the address has an account nor what it lacks. */
export class OidcPersonUnknown extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super(
      'The identity provider knows you, but no account here can be signed in to that way. Ask an administrator for an invitation to the address that the provider has verified.',
    );
  }
}

/** Whoever gave this up could not sign in any more. */
export class OnlyWayToSignIn extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('This is the only way in which you can sign in');
  }
}
