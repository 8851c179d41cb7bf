/** Gives back what was taken; again is nothing. */
export type Release = () => void;

interface InLine {
  readonly bytes: number;
  readonly enter: (release: Release) => void;
}

/** Bytes that may be in memory at once. Whoever finds no room waits in line; nobody overtakes. */
export class ByteRoom {
  private taken = 0;
  private readonly line: InLine[] = [];

  constructor(private readonly capacity: number) {}

  /** At once or not at all. What is larger than the room may have it alone. */
  tryTake(bytes: number): Release | null {
    const wanted = Math.min(bytes, this.capacity);
    if (this.line.length > 0 || this.taken + wanted > this.capacity) return null;
    return this.hold(wanted);
  }

  /** Null when none became free in time. */
  take(bytes: number, waitMs: number): Promise<Release | null> {
    const release = this.tryTake(bytes);
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
      this.line.push(place);
    });
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
