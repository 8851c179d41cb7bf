import { Refusal } from '../../platform/refusal.js';

/** Deleting needs the name, typed exactly. */
export class NameMismatch extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'name'];
  constructor() {
    super('Type the exact name to confirm');
  }
}

/** An SMTP_IP credential needs a network that is not too broad; other types have none. */
export class InvalidNetwork extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'network'];
}
