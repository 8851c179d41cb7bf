import { Refusal } from '../../platform/refusal.js';

export class AlreadyInvited extends Refusal {
  readonly kind = 'conflict';
  override readonly path = ['input', 'email'];
  constructor() {
    super('This address is invited already: send that invitation again, or revoke it first');
  }
}

export class TooManyInvitations extends Refusal {
  readonly kind = 'busy';
}

/** Says neither which of them it is nor whom it was for. */
export class InvitationNotUsable extends Refusal {
  readonly kind = 'forbidden';
  override readonly path = ['input', 'token'];
  constructor() {
    super('This invitation is unknown, used, revoked or expired');
  }
}

/** The invited address has an account, and whoever accepts is not signed in with it. */
export class OtherAccount extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('Sign in with the account of the invited address, and accept then');
  }
}

/** Nobody has an account with the invited address yet. */
export class AccountNeeded extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'newPassword'];
  constructor() {
    super('Give a name and a password for the new account');
  }
}
