import type { PrivateServices } from '../../src/app/services/services.js';
import type { FaultProxy } from '../support/faults/fault-proxy.js';
import type { Machine, TwoMachines } from '../support/two-machines.js';
import type { Load } from './load.js';
import type { Excuse, Watch } from './watch.js';

/** Everything that faults may happen to, and where they say what they excuse. */
export class Scene {
  readonly excuses: Excuse[] = [];
  /** Processes that were told to stop: told twice they would not wait for anything any more. */
  readonly told = new Set<number>();

  constructor(
    private readonly house: TwoMachines,
    readonly services: PrivateServices,
    readonly load: Load,
    readonly watch: Watch,
    readonly leaseMs: number,
  ) {}

  get first(): Machine {
    return this.house.first;
  }

  get machines(): readonly Machine[] {
    return [this.house.first, this.house.second];
  }

  get receivers(): FaultProxy {
    return this.house.receivers;
  }

  /** Null while the process is away. */
  pidOf({ posthouse }: Machine, name: string): number | null {
    try {
      return posthouse.pidOf(name);
    } catch {
      return null;
    }
  }

  /** Redis may be away just then. */
  async flushRedis(): Promise<void> {
    await this.house.world.flushRedis().catch(() => undefined);
  }
}
