import { LIMITS } from '../../config/limits.js';
import { parseAddressList } from '../../mail/address-list.js';
import { decodeWords } from '../../mail/encoded-words.js';
import { scanHeader, type Header } from '../../mail/header.js';
import {
  HeaderTooLarge,
  InvalidSender,
  InvalidTag,
  LoopDetected,
  MalformedHeader,
} from './messages.refusals.js';

/** What the header of a submitted message says, once it was found to be unmistakable. */
export interface SubmittedHeader {
  readonly header: Header;
  readonly from: string;
  readonly sender: string | null;
  readonly subject: string;
  /** With its angle brackets; null when the submitter left it to us. */
  readonly messageId: string | null;
  readonly hasDate: boolean;
  readonly tag: string | null;
}

const SUBJECT_CHARACTERS = 500;
const MESSAGE_ID_CHARACTERS = 500;

/** Reads and checks the header; a refusal says what is wrong with it. */
export function readSubmittedHeader(raw: Buffer): SubmittedHeader {
  const header = scanHeader(raw);
  if (header.end > LIMITS.headerBytes) throw new HeaderTooLarge(LIMITS.headerBytes);
  const [problem] = header.problems;
  if (problem) throw new MalformedHeader(problem.line);
  if (header.all('received').length > LIMITS.receivedFields) throw new LoopDetected();
  return {
    header,
    from: oneAddress(header, 'From'),
    sender: header.first('sender') === null ? null : oneAddress(header, 'Sender'),
    subject: cut(decodeWords(header.first('subject')?.value ?? ''), SUBJECT_CHARACTERS),
    messageId: cut(header.first('message-id')?.value ?? '', MESSAGE_ID_CHARACTERS) || null,
    hasDate: header.first('date') !== null,
    tag: tagOf(header),
  };
}

function oneAddress(header: Header, name: 'From' | 'Sender'): string {
  const [field, another] = header.all(name);
  const mailboxes = field && !another ? parseAddressList(field.value) : null;
  const [mailbox, surplus] = mailboxes ?? [];
  if (!mailbox || surplus) throw new InvalidSender(name);
  return mailbox.address.address;
}

function tagOf(header: Header): string | null {
  const tag = decodeWords(header.first('x-posthouse-tag')?.value ?? '');
  if (Array.from(tag).length > LIMITS.tagCharacters) throw new InvalidTag(LIMITS.tagCharacters);
  return tag === '' ? null : tag;
}

/** Characters as the database counts them, so that none is cut in two. */
function cut(text: string, characters: number): string {
  return text.length <= characters ? text : Array.from(text).slice(0, characters).join('');
}
