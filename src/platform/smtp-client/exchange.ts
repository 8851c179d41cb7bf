import { failpoint } from '#failpoint';
import { mailCommand, rcptCommand } from './commands.js';
import { contentBlocks } from './content-blocks.js';
import type { Dialogue, DialogueFailure } from './dialogue.js';
import { dotStuffed } from './dot-stuffing.js';
import type { Extensions } from './extensions.js';
import { isPositive, isRefusal, type Reply } from './reply.js';
import type { SendResult, Stage, Transaction } from './transaction.js';
import type { Transcript } from './transcript.js';

/** What an exchange needs of the connection that carries it. */
export interface Carrier {
  readonly dialogue: Dialogue;
  readonly extensions: Extensions;
  readonly commandMs: number;
  readonly contentMs: number;
  readonly dataMs: number;
  /** The envelope of the following message, to be written in one piece with the final dot. */
  nextEnvelope(): Buffer | null;
  /** Called once; `needsReset` when the server still holds an envelope. */
  settled(exchange: Exchange, needsReset: boolean): void;
}

interface Step {
  readonly line: string;
  /** Where we are once it has been answered. */
  readonly next: Stage;
  readonly onReply: (reply: Reply) => void;
}

const EMPTY_BODY = '.\r\n';

/** One transaction in progress: MAIL, RCPT, DATA, content, dot. */
export class Exchange {
  readonly result: Promise<SendResult>;
  isDotSent = false;
  private stage: Stage = 'mail';
  private refusal: { readonly stage: Stage; readonly reply: Reply } | null = null;
  private steps: Step[] = [];
  private isSettled = false;
  private readonly settling = Promise.withResolvers<SendResult>();

  constructor(
    private readonly transaction: Transaction,
    private readonly carrier: Carrier,
    private readonly transcript: Transcript,
  ) {
    this.result = this.settling.promise;
  }

  /** What to write now; its replies are awaited from here on. Without PIPELINING that is one command. */
  begin(reset: boolean): Buffer {
    const { extensions } = this.carrier;
    this.steps = [
      ...(reset ? [this.resetStep()] : []),
      this.envelopeStep('mail', mailCommand(this.transaction, extensions)),
      this.envelopeStep('rcpt', rcptCommand(this.transaction, extensions)),
      { line: 'DATA', next: 'content', onReply: (reply) => this.onData(reply) },
    ];
    const now = this.steps.splice(0, extensions.pipelining ? this.steps.length : 1);
    return Buffer.from(now.map((step) => this.issue(step)).join(''));
  }

  /** The connection has failed; what the server had decided before still stands. */
  fail(failure: DialogueFailure): void {
    this.transcript.note(failure.reason);
    if (this.refusal) {
      this.settle({ kind: 'reply', ...this.refusal });
      return;
    }
    const { kind, reason } = failure;
    const { stage, isDotSent: dotSent } = this;
    this.settle({ kind: 'failed', stage, failure: kind, reason, dotSent });
  }

  private resetStep(): Step {
    const onReply = (reply: Reply) => {
      if (isPositive(reply)) this.advance();
      else this.carrier.dialogue.fail('protocol', `RSET was answered ${reply.code}`);
    };
    return { line: 'RSET', next: 'mail', onReply };
  }

  private envelopeStep(stage: 'mail' | 'rcpt', line: string): Step {
    const onReply = (reply: Reply) => {
      if (isRefusal(reply)) this.refusal ??= { stage, reply };
      if (isRefusal(reply) || isPositive(reply)) this.advance();
      else this.carrier.dialogue.fail('protocol', `${line} was answered ${reply.code}`);
    };
    return { line, next: stage === 'mail' ? 'rcpt' : 'data', onReply };
  }

  private issue({ line, next, onReply }: Step): string {
    this.transcript.client(line);
    this.carrier.dialogue.expect({
      command: line,
      timeoutMs: this.carrier.commandMs,
      onReply: (reply) => {
        this.transcript.server(reply.lines);
        onReply(reply);
        this.stage = next;
      },
    });
    return `${line}\r\n`;
  }

  /** Only without PIPELINING are there steps left. */
  private advance(): void {
    const step = this.steps.shift();
    if (!step) return;
    if (this.refusal) this.settle({ kind: 'reply', ...this.refusal });
    else this.carrier.dialogue.say(this.issue(step));
  }

  private onData(reply: Reply): void {
    if (isRefusal(reply)) {
      this.refusal ??= { stage: 'data', reply };
      this.settle({ kind: 'reply', ...this.refusal });
    } else if (isPositive(reply)) {
      this.carrier.dialogue.fail('protocol', `DATA was answered ${reply.code}`);
    } else if (this.refusal) {
      this.sendEmptyBody(this.refusal);
    } else {
      this.sendContent().catch((error: unknown) => this.crash(error));
    }
  }

  /** RFC 2920 §3.1: a server that lets DATA pass without a recipient gets an empty message, which counts for nothing. */
  private sendEmptyBody(refusal: { readonly stage: Stage; readonly reply: Reply }): void {
    const { dialogue, dataMs } = this.carrier;
    this.transcript.client('. (empty: the envelope was refused)');
    dialogue.expect({
      command: 'the empty message',
      timeoutMs: dataMs,
      onReply: () => this.settle({ kind: 'reply', ...refusal }),
    });
    dialogue.say(EMPTY_BODY);
  }

  private async sendContent(): Promise<void> {
    const { dialogue, commandMs, contentMs, dataMs } = this.carrier;
    const until = performance.now() + contentMs;
    dialogue.expect({
      command: 'the content',
      timeoutMs: commandMs,
      onReply: (reply) => this.onContent(reply),
    });
    await failpoint('courier.recipientTaken');
    const { pieces, end } = dotStuffed(this.transaction.content);
    const { blocks, rest } = contentBlocks(pieces);
    for (const block of blocks) {
      dialogue.say(...block);
      await dialogue.drained();
      if (dialogue.failure) return;
      dialogue.extend(Math.max(0, Math.min(commandMs, until - performance.now())));
      await failpoint('courier.midContent');
    }
    await failpoint('courier.beforeDot');
    if (dialogue.failure) return;

    if (!this.transaction.beforeFinalDot()) {
      dialogue.fail('fenced', 'another worker has taken over');
      return;
    }
    this.isDotSent = true;
    this.transcript.client(`(${this.transaction.sizeBytes} bytes and the final dot)`);
    dialogue.extend(dataMs);
    dialogue.say(...rest, end, this.carrier.nextEnvelope() ?? '');
    await failpoint('courier.dotSent');
  }

  private onContent(reply: Reply): void {
    this.transcript.server(reply.lines);
    if (this.isDotSent && (isPositive(reply) || isRefusal(reply))) {
      this.settle({ kind: 'reply', stage: 'content', reply });
      return;
    }
    if (isRefusal(reply)) this.refusal = { stage: 'content', reply };
    this.carrier.dialogue.fail('protocol', `the content was answered ${reply.code} out of turn`);
  }

  private settle(result: DistributiveOmit<SendResult, 'transcript'>): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.settling.resolve({ ...result, transcript: this.transcript.toString() });
    this.carrier.settled(this, this.refusal !== null);
  }

  /** A fault of ours, not an answer: whoever sent the message sees it as an exception. */
  private crash(error: unknown): void {
    this.isSettled = true;
    this.settling.reject(error instanceof Error ? error : new Error(String(error)));
    this.carrier.dialogue.fail('closed', 'the sender failed');
    this.carrier.settled(this, false);
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
