/** Something that a process can run short of. */
export interface Resource {
  /** As operators know it: a label of metrics, and the name in logs and /readyz. */
  readonly name: string;
  /** Whether nobody is let in while it is short; otherwise only their mail is not taken. */
  readonly closesDoors: boolean;
  /** Called around the time in which it is looked at. */
  begin?(): void;
  end?(): void;
  /** How much of it is in use; at 1 there is no more. */
  use(): number | Promise<number>;
}

/** So often in a row it must be short before mail is refused, and so often easy before mail is taken again. */
const LOOKS_TO_BEGIN = 2;
const LOOKS_TO_END = 4;
/** Below this there is enough again. */
export const EASY = 0.7;

/**
 * Whether one resource is short, told so that it does not flicker: one bad moment is no strain, and a strain
 * ends well below where it began.
 */
export class Strain {
  private isOn = false;
  private looksAgainst = 0;

  constructor(readonly resource: Resource) {}

  get isFelt(): boolean {
    return this.isOn;
  }

  /** Takes in what was seen; true when that changes the answer. */
  feel(use: number): boolean {
    const isAgainst = this.isOn ? use < EASY : use >= 1;
    this.looksAgainst = isAgainst ? this.looksAgainst + 1 : 0;
    if (this.looksAgainst < (this.isOn ? LOOKS_TO_END : LOOKS_TO_BEGIN)) return false;
    this.isOn = !this.isOn;
    this.looksAgainst = 0;
    return true;
  }
}
