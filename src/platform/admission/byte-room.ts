/** Gives back what was taken; again is nothing. */
export type Release = () => void;

/** Only who holds some already, and needs more to give it back, stands ahead. */
export type Place = 'behind' | 'ahead';

interface InLine {
  readonly bytes: number;
  readonly enter: (release: Release) => void;
}

/** Bytes that may be in memory at once. Whoever finds no room waits in line. */
export class ByteRoom {
  private taken = 0;
  private readonly line: InLine[] = [];

  constructor(private readonly capacity: number) {}

  /** At once or not at all. What is larger than the room may have it alone. */
  tryTake(bytes: number): Release | null {
    return this.line.length > 0 ? null : this.holdIfFree(bytes);
  }

  /** Null when none became free in time. */
  take(bytes: number, waitMs: number, where: Place = 'behind'): Promise<Release | null> {
    const release = where === 'ahead' ? this.holdIfFree(bytes) : this.tryTake(bytes);
    if (release) return Promise.resolve(release);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.line.splice(this.line.indexOf(place), 1);
        this.letIn(); // who stands behind may want less
        resolve(null);
      }, waitMs);
      const place: InLine = {
        bytes: Math.min(bytes, this.capacity),
        enter: (given) => {
          clearTimeout(timer);
          resolve(given);
        },
      };
      if (where === 'ahead') this.line.unshift(place);
      else this.line.push(place);
    });
  }

  private holdIfFree(bytes: number): Release | null {
    const wanted = Math.min(bytes, this.capacity);
    return this.taken + wanted > this.capacity ? null : this.hold(wanted);
  }

  private hold(bytes: number): Release {
    this.taken += bytes;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.taken -= bytes;
      this.letIn();
    };
  }

  private letIn(): void {
    for (;;) {
      const [next] = this.line;
      if (next === undefined || this.taken + next.bytes > this.capacity) return;
      this.line.shift();
      next.enter(this.hold(next.bytes));
    }
  }
}
