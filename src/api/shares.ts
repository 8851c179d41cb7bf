/** Counts what each of many has of something, and lets nobody have more than a share. */
export class Shares {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Takes one; call what is answered to give it back, once. Null when the share is used up. */
  take(name: string): (() => void) | null {
    const count = this.counts.get(name) ?? 0;
    if (count >= this.most) return null;
    this.counts.set(name, count + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.giveBack(name);
      isTaken = false;
    };
  }

  private giveBack(name: string): void {
    const left = (this.counts.get(name) ?? 1) - 1;
    if (left > 0) this.counts.set(name, left);
    else this.counts.delete(name);
  }
}
