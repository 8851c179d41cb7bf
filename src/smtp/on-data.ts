import { failpoint } from '#failpoint';
import type { Accepted, Submission } from '../features/messages/submission.js';
import { CommitUnknown } from '../platform/database/errors.js';
import type { Conversation } from './conversation.js';
import { farewell } from './farewell.js';
import { readIdempotencyKey } from './idempotency-header.js';
import { DataReader } from './data-reader.js';
import { ReceivedContent } from './received-content.js';
import { barredLogin } from './login-check.js';
import { badContent, messageTooLarge, queued, REPLIES, type Reply } from './reply.js';
import type { Session, Transaction } from './session.js';
import { traceField } from './trace-field.js';

/** DATA (RFC 5321 §4.1.1.4): 250 means committed, and only then is it said. */
export async function onData(conversation: Conversation, argument: string): Promise<Reply> {
  const { session, wire, door } = conversation;
  const { transaction } = session;
  session.isDataRefused = true; // until it is certain that it is not
  const refused = refuse(session, argument) ?? (await barredLogin(conversation));
  if (refused || !transaction) return refused ?? REPLIES.mailFirst;
  session.isDataRefused = false;
  wire.send(REPLIES.goAhead);
  const { MAX_MESSAGE_BYTES: maxBytes } = door.config;
  const data = new DataReader(maxBytes, new ReceivedContent(door.contents, maxBytes));
  try {
    return await receive(conversation, transaction, data);
  } finally {
    data.content.drop();
  }
}

async function receive(
  conversation: Conversation,
  transaction: Transaction,
  data: DataReader,
): Promise<Reply> {
  const { session, wire, door } = conversation;
  const tooLarge = messageTooLarge(door.config.MAX_MESSAGE_BYTES);
  const end = await wire.readData(data);
  if (end !== 'complete') {
    session.transaction = null;
    return end === 'endless' && data.isTooLarge ? { ...tooLarge, closes: true } : farewell(end);
  }
  const received = traceField(conversation, transaction);
  const release = await door.contents.turn(data.isLost ? 0 : data.sizeBytes);
  try {
    const barred = await barredAtTheEnd(conversation);
    session.transaction = null; // whatever comes of it
    if (data.isTooLarge) return tooLarge;
    if (barred) return barred;
    if (data.problem) return badContent(data.problem);
    if (!release) return REPLIES.tooBusyForMail;
    return await take(conversation, transaction, { raw: await data.content.whole(), received });
  } finally {
    release?.();
  }
}

/** Much may have changed while the content came; the transaction ends whether that can be told or not. */
async function barredAtTheEnd(conversation: Conversation): Promise<Reply | null> {
  try {
    return await barredLogin(conversation);
  } catch (error) {
    conversation.session.transaction = null;
    throw error;
  }
}

function refuse({ helloName, transaction }: Session, argument: string): Reply | null {
  if (argument !== '') return REPLIES.noArgument;
  if (helloName === null) return REPLIES.helloFirst;
  if (!transaction) return REPLIES.mailFirst;
  const count = transaction.recipients.length + transaction.returnPaths.length;
  return count === 0 ? REPLIES.noRecipients : null;
}

async function take(
  { session, door }: Conversation,
  transaction: Transaction,
  content: { readonly raw: Buffer; readonly received: string },
): Promise<Reply> {
  const { mailFrom, login, returnPaths, recipients, dsn, smtputf8 } = transaction;
  const clientIp = session.peer.ip;
  if (!login) {
    const accepted = await door.bounces.receive({ ...content, returnPaths, mailFrom, clientIp });
    return announce({ session, door }, accepted);
  }
  const idempotency = readIdempotencyKey(content.raw, transaction);
  if (idempotency === 'bad') return REPLIES.badIdempotencyKey;
  const submission: Submission = {
    server: login.server,
    credential: login.credential,
    door: 'SMTP',
    mailFrom,
    recipients,
    ...content,
    clientIp,
    idempotency,
    dsn,
    smtputf8,
  };
  return announce({ session, door }, await door.intake.accept(submission));
}

async function announce(
  { session, door }: Pick<Conversation, 'session' | 'door'>,
  accepted: Accepted,
): Promise<Reply> {
  try {
    await failpoint('smtp.afterCommit');
    const messageId = door.messageIdOf(accepted);
    door.log.info(
      { session: session.id, messageId, replayed: accepted.replayed },
      'SMTP message accepted',
    );
    return queued(messageId);
  } catch (error) {
    throw new CommitUnknown(error); // what was taken must not be refused
  }
}
