/**
 * Fairness between mail servers: who may take how many of the free slots.
 *
 * Servers with due work take turns in the order of their ids, beginning after the one that was served
 * last, with equal shares; one that already holds `mostPerServer` slots waits, so that a burst of one
 * tenant always leaves some room for others.
 */
export interface Share {
  readonly serverId: bigint;
  readonly slots: number;
}

export class Turns {
  private last = -1n;

  constructor(private readonly mostPerServer: number) {}

  /** Shares of `free` slots for servers given in the order of their ids. */
  deal(
    servers: readonly bigint[],
    free: number,
    heldBy: (serverId: bigint) => number,
  ): readonly Share[] {
    const inTurn = this.rotate(servers).filter((id) => heldBy(id) < this.mostPerServer);
    const served = inTurn.slice(0, free);
    const equal = Math.ceil(free / Math.max(served.length, 1));

    const shares: Share[] = [];
    let left = free;
    for (const serverId of served) {
      const slots = Math.min(equal, left, this.mostPerServer - heldBy(serverId));
      if (slots <= 0) break;
      shares.push({ serverId, slots });
      left -= slots;
    }
    this.last = shares.at(-1)?.serverId ?? this.last;
    return shares;
  }

  private rotate(servers: readonly bigint[]): bigint[] {
    return [...servers.filter((id) => id > this.last), ...servers.filter((id) => id <= this.last)];
  }
}
