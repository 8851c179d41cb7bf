import type { Refusal, RefusalKind } from '../platform/refusal.js';
import { reply, type Reply } from './reply.js';

/** What the peer hears when a service refuses: the refusal's own words under the code that fits it. */
export function replyToRefusal(refusal: Refusal): Reply {
  const [code, enhanced] = BY_CODE.get(refusal.code) ?? BY_KIND[refusal.kind];
  return reply(code, enhanced, refusal.message);
}

type Codes = readonly [code: number, enhanced: string];

const BY_CODE: ReadonlyMap<string, Codes> = new Map<string, Codes>([
  ['DomainNotVerified', [550, '5.7.1']],
  ['ServerSuspended', [550, '5.7.1']],
  ['MessageTooLarge', [552, '5.3.4']],
  ['HeaderTooLarge', [552, '5.3.4']],
  ['LoopDetected', [554, '5.4.6']],
  ['TooManyRecipients', [452, '4.5.3']],
  ['IdempotencyConflict', [550, '5.5.0']],
]);

const BY_KIND: Readonly<Record<RefusalKind, Codes>> = {
  invalid: [550, '5.6.0'],
  forbidden: [550, '5.7.1'],
  'not-found': [550, '5.1.1'],
  conflict: [550, '5.5.0'],
  busy: [450, '4.7.1'],
};
