import { Refusal } from '../../platform/refusal.js';

/** A found, open browser must not be enough to take an account over. */
export class RecentSignInRequired extends Refusal {
  readonly kind = 'forbidden';
  override readonly path = ['input', 'password'];
  constructor() {
    super('Give your password, or sign in again first');
  }
}

export class EmailUnchanged extends Refusal {
  readonly kind = 'conflict';
  override readonly path = ['input', 'email'];
  constructor() {
    super('This is your address already');
  }
}

/** Says neither which of them it is nor what became of the address. */
export class EmailChangeNotUsable extends Refusal {
  readonly kind = 'forbidden';
  override readonly path = ['input', 'token'];
  constructor() {
    super('This token is unknown, used, replaced or expired, or not for your account');
  }
}
