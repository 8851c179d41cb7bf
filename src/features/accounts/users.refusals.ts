import { Refusal } from '../../platform/refusal.js';

export class EmailTaken extends Refusal {
  readonly kind = 'conflict';
  override readonly path = ['input', 'email'];
  constructor() {
    super('Another user has this address');
  }
}

/** Somebody else must do it: so there is always an administrator. */
export class OwnAdministration extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('An administrator can neither step down nor delete the own account');
  }
}

export class AlreadyMember extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('This user is a member already');
  }
}
