/** Everything but the methods: for programs that count bytes, with the operations they use. */
export { Client } from './client.js';
export * from './errors.js';
export { deliveryEvents } from './events/delivery-events.js';
export { follow, type FollowOptions, type FromCursor, type Interruption } from './events/follow.js';
export type { Operation, Runnable, TypedText } from './operation.js';
export { each, type PageOf } from './pages.js';
export {
  isRefusal,
  match,
  orThrow,
  type Handlers,
  type Named,
  type RefusalOf,
  type SuccessOf,
} from './results.js';
export type { CallOptions, ClientOptions, RetryOptions, TokenSource } from './settings.js';
export type * from './generated/types.js';
