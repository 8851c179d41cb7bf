import type { Attachment, Draft } from './draft.js';
import {
  HeaderValueError,
  requireName,
  requireOneLine,
  type HeaderValueReason,
} from './header-field.js';
import { canonicalize } from './line-ends.js';

/** Refuses what no message may hold before anything is written, and names the field of the draft. */
export function requireSafe(draft: Draft): void {
  requireText('text', draft.text ?? '');
  requireText('html', draft.html ?? '');
  refuseUnless(MESSAGE_ID.test(draft.messageId), 'messageId', 'control');
  for (const [index, { name }] of draft.headers.entries()) {
    within(['headers', String(index), 'name'], () => {
      requireName(name);
      refuseUnless(!RESERVED.test(name), name, 'reserved', []);
    });
  }
  for (const [index, attachment] of draft.attachments.entries()) {
    within(['attachments', String(index)], () => requireSafeAttachment(attachment));
  }
}

/** Runs `work` and puts `path` before that of a HeaderValueError it throws. */
export function within<T>(path: readonly string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof HeaderValueError)) throw error;
    throw new HeaderValueError(error.field, error.reason, [...path, ...error.path]);
  }
}

/** The type a part may have: a message part cannot be encoded, so content that needs it becomes plain octets. */
export function partType({ contentType, content }: Attachment): string {
  const isMessage = contentType.toLowerCase().startsWith('message/');
  return isMessage && canonicalize(content).problem !== null
    ? 'application/octet-stream'
    : contentType;
}

/** Fields of the envelope, of authentication, of MIME, and those that the draft has its own places for. */
const RESERVED =
  /^(?:from|sender|reply-to|to|cc|bcc|subject|date|message-id|received|received-spf|return-path|delivered-to|mime-version|dkim-signature|domainkey-signature|authentication-results|(?:content|resent|arc|x-posthouse)-.*)$/i;
const TOKEN = '[A-Za-z0-9!#$&^_.+-]{1,127}';
const CONTENT_TYPE = new RegExp(
  `^(?!multipart/)${TOKEN}/${TOKEN}(?:; ?${TOKEN}=(?:${TOKEN}|"[ !#-\\[\\]-~]{0,200}")){0,8}$`,
  'i',
);
const CONTENT_ID = /^[!-;=?-~]{1,250}$/;
const MESSAGE_ID = /^[!-;=?-~]{1,900}$/;

function requireSafeAttachment(attachment: Attachment): void {
  within(['filename'], () => requireOneLine('filename', attachment.filename));
  const { contentType, contentId } = attachment;
  refuseUnless(CONTENT_TYPE.test(contentType), 'contentType', 'content-type');
  refuseUnless(!contentId || CONTENT_ID.test(contentId), 'contentId', 'content-id');
}

function requireText(field: string, text: string): void {
  refuseUnless(!text.includes('\0'), field, 'control');
  refuseUnless(text.isWellFormed(), field, 'surrogate');
}

function refuseUnless(
  isFine: boolean,
  field: string,
  reason: HeaderValueReason,
  path: readonly string[] = [field],
): void {
  if (!isFine) throw new HeaderValueError(field, reason, path);
}
