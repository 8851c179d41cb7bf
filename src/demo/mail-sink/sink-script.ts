/** Where in the dialogue a script acts. `connect`, `ehlo` and `mail` come before any recipient is known. */
export type SinkStage = 'connect' | 'ehlo' | 'starttls' | 'mail' | 'rcpt' | 'data' | 'dot';

/**
 * What the sink does instead of accepting. A reply alone refuses; `drop` closes the connection
 * (after the reply, if there is one); `hang` never answers; `keep` takes the mail although the
 * reply gets lost, which is the one window in which a double may arise.
 */
export interface SinkAction {
  readonly at: SinkStage;
  readonly reply?: string;
  readonly delayMs?: number;
  readonly drop?: boolean;
  readonly hang?: boolean;
  readonly keep?: boolean;
}

/** Shorthand: `refuse('rcpt', '550 5.1.1 no such user')`. */
export function refuse(at: SinkStage, reply: string): SinkAction {
  return { at, reply };
}

/** Keeps what the sink was told to do, per recipient and for everyone. */
export class SinkScripts {
  private readonly once = new Map<string, (SinkAction | null)[]>();
  private readonly always = new Map<string, SinkAction>();
  private paces: Readonly<Partial<Record<SinkStage, number>>> = {};

  /** From now on each of these stages takes so many milliseconds more, whoever it is. */
  pace(paces: Readonly<Partial<Record<SinkStage, number>>>): void {
    this.paces = paces;
  }

  paceOf(stage: SinkStage): number {
    return this.paces[stage] ?? 0;
  }

  /** The next transactions of this recipient, one entry each; null accepts. Later ones are accepted. */
  next(recipient: string, ...actions: readonly (SinkAction | null)[]): void {
    this.once.set(recipient, [...(this.once.get(recipient) ?? []), ...actions]);
  }

  /** Every transaction of this recipient, or of everyone with `*`. */
  forever(recipient: string, action: SinkAction | null): void {
    if (action) this.always.set(recipient, action);
    else this.always.delete(recipient);
  }

  /** The action for one transaction of this recipient; takes it off a `next` list. */
  take(recipient: string): SinkAction | null {
    const queue = this.once.get(recipient);
    const head = queue?.shift();
    if (head !== undefined) return head;
    return this.always.get(recipient) ?? this.forEveryone();
  }

  forEveryone(): SinkAction | null {
    return this.always.get('*') ?? null;
  }
}
