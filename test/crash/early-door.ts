import { Mutant } from '../support/mutant.js';

/** So late that a kill at any moment meets somebody in between. */
const LATE_MS = 50;

/** A door that answers before its transaction has begun: the control of all that is about kills. */
export function makeEarlyDoor(): Mutant {
  return Mutant.make({
    file: 'features/messages/durable-accept.service.js',
    from: /= await this\.commits\.submit\(prepared, deadline\);/,
    to: `= { messageId: prepared.message.id, replayed: false, refusal: null, events: [], bells: [] };
        setTimeout(() => void this.commits.submit(prepared, deadline).catch(() => undefined), ${LATE_MS});`,
  });
}
