import type { Client } from '../client.js';
import {
  deliveryEvents as operation,
  type DeliveryEventsVariables,
} from '../generated/operations.js';
import type { Event } from '../generated/types.js';
import { follow, type FollowOptions } from './follow.js';

/** The events of a mail server as they happen, through every interruption; see `follow`. */
export function deliveryEvents(
  client: Client,
  variables: DeliveryEventsVariables,
  options: FollowOptions = {},
): AsyncGenerator<Event, void, undefined> {
  return follow(client, operation, variables, { ...options, cursorOf: ({ cursor }) => cursor });
}
