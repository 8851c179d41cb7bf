import { classifyReply } from '../../mail/reply-class.js';
import type { Reply } from '../../platform/smtp-client/reply.js';
import type { SendResult, Stage } from '../../platform/smtp-client/transaction.js';
import type { Outcome } from './outcome.js';
import type { Reason } from './route.js';

/** An outcome, and the rule that made it this one. */
export interface Classified {
  readonly outcome: Outcome;
  readonly reason: Reason;
}

/** What the result of a transaction means for the delivery. */
export function classifyResult(sent: SendResult): Classified {
  if (sent.kind === 'reply') return classify(sent.reply, sent.stage);
  if (sent.kind === 'unsuitable') {
    // Their EHLO reply decided it, so it is final as a refusal of theirs would be.
    return made('BOUNCED', sent.enhancedCode, sent.reason, { stage: 'ehlo', rule: sent.problem });
  }
  const { stage, failure, reason, dotSent } = sent;
  const because = dotSent
    ? `Reply lost after the final dot, so the message may have arrived: ${reason}`
    : `Connection lost: ${reason}`;
  return made('DEFERRED', '4.4.2', because, { stage, rule: dotSent ? 'reply-lost' : failure });
}

/** What a reply means, wherever in the dialogue it came. */
export function classify(reply: Reply, stage: Stage): Classified {
  const { code, enhancedCode, text } = reply;
  const found = classifyReply({
    code,
    enhancedCode,
    text,
    stage: stage === 'local' ? 'content' : stage, // a reply always has a stage of the dialogue
  });
  const outcome: Outcome = {
    kind: found.kind,
    code,
    enhancedCode: found.enhancedCode,
    reply: text.slice(0, REPLY_CHARACTERS),
    stage,
    ...(found.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: found.retryAfterSeconds }),
  };
  const because = `${code} in answer to ${stage} is ${found.kind}`;
  return { outcome, reason: { rule: found.rule, because } };
}

const REPLY_CHARACTERS = 1_000;

function made(
  kind: 'DEFERRED' | 'BOUNCED',
  enhancedCode: string,
  reply: string,
  { stage, rule }: { stage: Stage; rule: string },
): Classified {
  const outcome = {
    kind,
    code: null,
    enhancedCode,
    reply: reply.slice(0, REPLY_CHARACTERS),
    stage,
  };
  return { outcome, reason: { rule, because: reply } };
}
