import type { System } from './system.js';

/** Nothing between the tools: what they, and the machine, can do at the moment. */
export class Direct implements System {
  readonly name = 'direct';
  readonly roots = [];

  /** The port of the sink itself. */
  constructor(readonly port: number) {}

  start(): Promise<void> {
    return Promise.resolve();
  }

  signaturesOf(): number {
    return 0;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
