import { Mutant } from '../support/mutant.js';

/** A door that says 250 to a message whatever went wrong with it: the control of all that is about acknowledging. */
export function makeLyingDoor(): Mutant {
  return Mutant.make({
    file: 'smtp/conversation.js',
    from: 'REPLIES.loginUnavailable : REPLIES.localError;',
    to: "REPLIES.loginUnavailable : verb === 'DATA' ? REPLIES.senderOk : REPLIES.localError;",
  });
}
