import { LIMITS } from '../config/limits.js';
import { CommitUnknown, isStorageFull } from '../platform/database/errors.js';
import { Refusal } from '../platform/refusal.js';
import type { CommandLine } from './command-reader.js';
import { COMMANDS, maxLineBytes } from './commands.js';
import type { Door } from './door.js';
import { farewell } from './farewell.js';
import { onConnect } from './on-connect.js';
import { replyToRefusal } from './refusal-reply.js';
import { REPLIES, type Reply } from './reply.js';
import type { Session } from './session.js';
import type { Wire } from './wire.js';

/**
 * One SMTP dialogue from greeting to farewell: reads a line, answers it, and only then reads the next,
 * so that replies come in order whatever was pipelined (RFC 2920).
 */
export class Conversation {
  constructor(
    readonly session: Session,
    readonly wire: Wire,
    readonly door: Door,
  ) {}

  /** Returns when the connection is being closed; never throws. */
  async run(): Promise<void> {
    try {
      let isOver = this.say(await onConnect(this));
      while (!isOver) isOver = await this.exchange();
      this.wire.end();
    } catch (error) {
      this.door.log.error({ err: error, session: this.session.id }, 'SMTP session failed');
      this.wire.destroy();
    }
  }

  /** One line and its answer; true when the session is over. */
  private async exchange(): Promise<boolean> {
    const line = await this.wire.nextLine();
    if (line === 'closed') return true;
    if (typeof line === 'string') return this.say(farewell(line));
    const answer = await this.answer(line);
    if (answer !== null && this.say(answer)) return true;
    // DATA is the last command of a group (RFC 2920 §3.1): what stands behind a refused one is a message.
    return this.session.isDataRefused && this.wire.hasInput && this.say(REPLIES.outOfStep);
  }

  private async answer(line: CommandLine): Promise<Reply | null> {
    const [, verb = '', argument = ''] = COMMAND.exec(line.text) ?? [];
    const name = verb.toUpperCase();
    const command = COMMANDS.get(name);
    const refused = refuseLine(line, name) ?? (command ? null : REPLIES.unrecognized);
    if (refused || !command) return this.session.isDataRefused ? REPLIES.outOfStep : refused;

    this.trace(name, argument);
    this.session.isDataRefused = false;
    try {
      return await command(this, argument);
    } catch (error) {
      return this.explain(error, name);
    }
  }

  /** Details of a fault go to our log, never to the peer. */
  private explain(error: unknown, verb: string): Reply {
    if (error instanceof Refusal) {
      this.door.log.info(
        { session: this.session.id, refusal: error.code, reason: error.message },
        'SMTP command refused',
      );
      return replyToRefusal(error);
    }
    if (isStorageFull(error)) {
      this.door.log.warn({ session: this.session.id, verb }, 'no mail is taken: the disk is full');
      return REPLIES.storageFull;
    }
    this.door.log.error({ err: error, session: this.session.id, verb }, 'SMTP command failed');
    if (error instanceof CommitUnknown) this.wire.destroy(); // neither 250 nor 451 would be true
    return verb === 'AUTH' ? REPLIES.loginUnavailable : REPLIES.localError;
  }

  /** Sends a reply; true when the session ends with it. */
  private say(reply: Reply): boolean {
    this.wire.send(reply);
    this.door.metrics.smtpReplies.inc({ code: reply.code });
    this.door.log.debug(
      { session: this.session.id, code: reply.code, reply: reply.text },
      'SMTP reply',
    );
    if (reply.code >= 400) this.session.errors += 1;
    if (reply.closes || this.session.errors < LIMITS.smtpErrorsPerSession) return reply.closes;
    return this.say(REPLIES.tooManyErrors);
  }

  private trace(verb: string, argument: string): void {
    // Clients forget the mechanism: of AUTH nothing else is shown, for it may be the password.
    const shown = verb === 'AUTH' ? (/^(?:PLAIN|LOGIN)\b/i.exec(argument)?.[0] ?? '') : argument;
    this.door.log.debug({ session: this.session.id, verb, argument: shown }, 'SMTP command');
  }
}

const COMMAND = /^([A-Za-z0-9]+)(?:[ \t]+([^]*?))?[ \t]*$/;

function refuseLine({ flaw, bytes }: CommandLine, verb: string): Reply | null {
  if (flaw === 'too-long' || bytes > maxLineBytes(verb))
    return verb === 'AUTH' ? REPLIES.loginLineTooLong : REPLIES.lineTooLong;
  if (flaw === 'line-end') return REPLIES.badLineEnd;
  return flaw === 'encoding' ? REPLIES.badEncoding : null;
}
