import { Refusal } from '../../platform/refusal.js';

/** An SMTP_IP credential needs a network that is not too broad; other types have none. */
export class InvalidNetwork extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'network'];
}
