import { Mutant } from '../support/mutant.js';

/** A door that answers while its transaction is still under way: the control of all that is about kills. */
export function makeEarlyDoor(): Mutant {
  return Mutant.make({
    file: 'features/messages/durable-accept.service.js',
    from: /= await this\.commits\.submit\(prepared, deadline\);/,
    to: `= { messageId: prepared.message.id, replayed: false, refusal: null, events: [], bells: [] };
        void this.commits.submit(prepared, deadline).catch(() => undefined);`,
  });
}
