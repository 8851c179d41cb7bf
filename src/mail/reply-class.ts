import { FINAL, REFUSAL_RULES, type ReplyRule, type ReplyStage } from './reply-rules.js';
import { retryHintSeconds } from './retry-hint.js';

/** The deciding reply of a receiving server (RFC 5321 §4.2). */
export interface Reply {
  readonly code: number;
  readonly enhancedCode: string | null;
  /** All lines, without the codes. */
  readonly text: string;
  readonly stage: ReplyStage;
}

/** What a reply means for the Delivery, and by which rule. */
export interface ReplyClass {
  readonly kind: 'DELIVERED' | 'DEFERRED' | 'BOUNCED';
  /** Theirs, or the one that fits where they gave none. */
  readonly enhancedCode: string;
  readonly rule: string;
  /** Seconds that they asked us to wait, where they did. */
  readonly retryAfterSeconds?: number;
}

/** 2xx delivers, 4xx always defers, 5xx goes by the rules; anything else is no reply to trust, and defers. */
export function classifyReply(reply: Reply): ReplyClass {
  const text = reply.text.slice(0, MAX_CHARACTERS).replace(/\s+/g, ' ');
  const enhanced = reply.enhancedCode ?? ENHANCED.exec(text)?.[0] ?? null;
  switch (Math.floor(reply.code / 100)) {
    case 2:
      return { kind: 'DELIVERED', enhancedCode: enhanced ?? '2.0.0', rule: 'accepted' };
    case 4:
      return deferred({ name: 'temporary-reply', detail: '0.0' }, enhanced, text);
    case 5:
      return refused(reply, enhanced, text);
    default:
      return deferred({ name: 'unusable-reply', detail: '0.0' }, enhanced, text);
  }
}

const MAX_CHARACTERS = 1_000;
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}\b/;

function refused(reply: Reply, enhanced: string | null, text: string): ReplyClass {
  const lower = text.toLowerCase();
  const rule = REFUSAL_RULES.find((each) => applies(each, { reply, enhanced, lower })) ?? FINAL;
  if (rule.kind === 'DEFERRED') return deferred(rule, enhanced, text);
  return { kind: 'BOUNCED', enhancedCode: enhanced ?? `5.${rule.detail}`, rule: rule.name };
}

function applies(
  rule: ReplyRule,
  on: { readonly reply: Reply; readonly enhanced: string | null; readonly lower: string },
): boolean {
  if (rule.stages?.includes(on.reply.stage)) return true;
  if (rule.codes?.includes(on.reply.code)) return true;
  if (on.enhanced !== null && rule.enhanced?.test(on.enhanced)) return true;
  return rule.text?.test(on.lower) ?? false;
}

function deferred(
  rule: Pick<ReplyRule, 'name' | 'detail'>,
  enhanced: string | null,
  text: string,
): ReplyClass {
  const retryAfterSeconds = retryHintSeconds(text);
  return {
    kind: 'DEFERRED',
    enhancedCode: enhanced ?? `4.${rule.detail}`,
    rule: rule.name,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
  };
}
