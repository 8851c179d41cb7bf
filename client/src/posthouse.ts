import { deliveryEvents } from './events/delivery-events.js';
import type { FollowOptions } from './events/follow.js';
import { ClientWithMethods } from './generated/methods.js';
import type { DeliveryEventsVariables } from './generated/operations.js';
import type { Event } from './generated/types.js';

/** The API of Posthouse: a method for every query, mutation and subscription. */
export class Posthouse extends ClientWithMethods {
  /**
   * The events of a mail server as they happen, each once and in order, through every interruption. Begins
   * now, or behind the cursor `after`. Needs events:read, and messages:read for the ids that it shows.
   */
  deliveryEvents(
    variables: DeliveryEventsVariables,
    options?: FollowOptions,
  ): AsyncGenerator<Event, void, undefined> {
    return deliveryEvents(this, variables, options);
  }
}
