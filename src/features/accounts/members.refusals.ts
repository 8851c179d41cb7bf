import { Refusal } from '../../platform/refusal.js';

/** An organization without an owner could not be managed by anyone in it. */
export class LastOwner extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('There must always be an owner: make somebody else an owner first');
  }
}

/** Owners are made and removed by owners alone. */
export class OwnerRequired extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('Only an owner makes, changes or removes an owner');
  }
}

export class OwnRoleRaised extends Refusal {
  readonly kind = 'forbidden';
  override readonly path = ['input', 'role'];
  constructor() {
    super('Nobody raises their own role');
  }
}

export class NeverLimited extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'mailServerIds'];
  constructor() {
    super('An owner or administrator is never limited to some mail servers');
  }
}
