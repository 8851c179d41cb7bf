import { Refusal } from '../../platform/refusal.js';
import type { DeliveryStatus } from '../messages/delivery.entity.js';

/** What was asked does not fit the status that the delivery has by now. */
export class WrongDeliveryStatus extends Refusal {
  readonly kind = 'conflict';
  constructor(
    readonly status: DeliveryStatus,
    what: 'retried' | 'cancelled' | 'released',
  ) {
    super(`A delivery that is ${status} cannot be ${what}`);
  }
}

/** A worker is sending it right now, so that it can no longer be stopped for certain. */
export class DeliveryInProgress extends Refusal {
  readonly kind = 'busy';
  constructor() {
    super('The delivery is being attempted at this moment; try again shortly');
  }
}

/** The raw content was removed after its retention period. */
export class ContentGone extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('The content of the message is no longer stored');
  }
}

/** A mail server in SANDBOX mode sends nothing, so nothing of it can be released. */
export class SandboxSendsNothing extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('The mail server is in SANDBOX mode; its deliveries stay held');
  }
}
