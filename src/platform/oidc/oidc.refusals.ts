import { Refusal } from '../refusal.js';

/** The provider cannot be reached, or has a fault of its own. */
export class OidcUnavailable extends Refusal {
  readonly kind = 'busy';
  constructor(options?: ErrorOptions) {
    super('The identity provider does not answer as it should. Try again later.');
    this.cause = options?.cause;
  }
}

/** The provider said no, or the person did there. */
export class OidcDenied extends Refusal {
  readonly kind = 'forbidden';
  constructor(readonly error: string) {
    super(`The identity provider did not sign you in (${error}).`);
  }
}

/** What came as the provider's answer is not signed by it, not for us, or not for this sign-in. */
export class OidcAnswerInvalid extends Refusal {
  readonly kind = 'forbidden';
  constructor(options?: ErrorOptions) {
    super('The answer of the identity provider is not valid for this sign-in. Start again.');
    this.cause = options?.cause;
  }
}
