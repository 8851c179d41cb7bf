import { Refusal } from '../../platform/refusal.js';

export class NoRecipients extends Refusal {
  readonly kind = 'invalid';
  override readonly path: readonly string[];
  constructor(list = 'to') {
    super('A message needs at least one recipient');
    this.path = ['input', list];
  }
}

export class TooManyRecipients extends Refusal {
  readonly kind = 'invalid';
  override readonly path: readonly string[];
  /** `list` is the one that holds the first recipient too many. */
  constructor(
    readonly max: number,
    list: readonly string[] = ['to'],
  ) {
    super(`A message may have at most ${max} recipients`);
    this.path = ['input', ...list];
  }
}

/** Not an address that mail could be sent to. */
export class InvalidRecipient extends Refusal {
  readonly kind = 'invalid';
  override readonly path: readonly string[];
  constructor(
    readonly address: string,
    place: readonly string[] = ['to'],
  ) {
    super(`${address} is not an email address`);
    this.path = ['input', ...place];
  }
}

/** Not an address that bounces could be sent to. */
export class InvalidEnvelopeSender extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'mailFrom'];
  constructor(readonly address: string) {
    super(`${address} is not an email address`);
  }
}

export class MessageTooLarge extends Refusal {
  readonly kind = 'invalid';
  constructor(readonly maxBytes: number) {
    super(`A message may have at most ${maxBytes} bytes`);
  }
}

export class HeaderTooLarge extends Refusal {
  readonly kind = 'invalid';
  constructor(readonly maxBytes: number) {
    super(`The header of a message may have at most ${maxBytes} bytes`);
  }
}

/** A line of the header section that readers would understand in different ways. */
export class MalformedHeader extends Refusal {
  readonly kind = 'invalid';
  constructor(readonly line: number) {
    super(`Line ${line} of the message is not a header field`);
  }
}

/** From (and Sender) decide who answers for a message, so they must be unmistakable. */
export class InvalidSender extends Refusal {
  readonly kind = 'invalid';
  constructor(readonly field: 'From' | 'Sender') {
    super(`The message needs exactly one ${field} field with exactly one address`);
  }
}

export class InvalidTag extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'tag'];
  constructor(readonly maxCharacters: number) {
    super(`A tag may have at most ${maxCharacters} characters`);
  }
}

export class MetadataTooLarge extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'metadata'];
  constructor(readonly maxBytes: number) {
    super(`Metadata may have at most ${maxBytes} bytes as JSON`);
  }
}

/** The message has passed too many mail servers (RFC 5321 §6.3). */
export class LoopDetected extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('The message has gone round in a loop: too many Received fields');
  }
}

export class ServerSuspended extends Refusal {
  readonly kind = 'forbidden';
  constructor(readonly suspension: string) {
    super(`The mail server is suspended: ${suspension}`);
  }
}

/** A bounce address of ours whose delivery is gone. */
export class UnknownReturnPath extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('No such delivery');
  }
}

/** The message holds what no mail may carry; the path names the input, outermost first. */
export class InvalidMessage extends Refusal {
  readonly kind = 'invalid';
  constructor(
    reason: string,
    override readonly path: readonly string[],
  ) {
    super(reason);
  }
}
