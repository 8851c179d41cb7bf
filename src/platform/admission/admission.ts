import type { Logger } from 'pino';
import { LIMITS } from '../../config/limits.js';
import type { Metrics } from '../metrics.js';
import { Strain, type Resource } from './strain.js';

/** No new mail is taken just now; nothing was done. */
export class Overloaded extends Error {
  readonly retryAfterSeconds = LIMITS.overloadRetrySeconds;
  constructor() {
    super('Too busy, please try again later');
  }
}

/**
 * Whether this process takes new mail. It says no before it is too late to say it in time: what is under way is
 * always brought to its end. A long queue is no reason, for rows cost disk and nothing else.
 */
export class Admission {
  private readonly strains: readonly Strain[];
  private readonly beingLookedAt = new Set<Strain>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    resources: readonly Resource[],
    private readonly metrics: Pick<Metrics, 'resourceUse' | 'strain' | 'refusedForLoad'>,
    private readonly log: Logger,
  ) {
    this.strains = resources.map((resource) => new Strain(resource));
    for (const { name } of resources) metrics.strain.set({ resource: name }, 0);
  }

  start(): void {
    if (this.timer) return;
    for (const { resource } of this.strains) resource.begin?.();
    this.timer = setInterval(() => {
      for (const strain of this.strains) void this.look(strain);
    }, LIMITS.admissionLookMs).unref();
  }

  stop(): void {
    clearInterval(this.timer ?? undefined);
    this.timer = null;
    for (const { resource } of this.strains) resource.end?.();
  }

  /** What is short, by name. */
  get shortOf(): string[] {
    return this.strains.filter(({ isFelt }) => isFelt).map(({ resource }) => resource.name);
  }

  /** Whether somebody new may come in; whoever may not is counted. */
  takesSession(): boolean {
    return this.takes('session', ({ isFelt, resource }) => isFelt && resource.closesDoors);
  }

  /** Whether another mail is taken; one that is not is counted. */
  takesMail(): boolean {
    return this.takes('mail', ({ isFelt }) => isFelt);
  }

  /** Fails with Overloaded while no new mail is taken. */
  requireCalm(): void {
    if (!this.takesMail()) throw new Overloaded();
  }

  private takes(what: 'session' | 'mail', stands: (strain: Strain) => boolean): boolean {
    if (!this.strains.some(stands)) return true;
    this.metrics.refusedForLoad.inc({ what });
    return false;
  }

  /** A look that takes long is not overtaken by the next, and holds up no other. */
  private async look(strain: Strain): Promise<void> {
    if (this.beingLookedAt.has(strain)) return;
    this.beingLookedAt.add(strain);
    try {
      this.note(strain, await strain.resource.use());
    } catch (error) {
      this.log.debug({ err: error, resource: strain.resource.name }, 'a resource was not seen');
    } finally {
      this.beingLookedAt.delete(strain);
    }
  }

  private note(strain: Strain, use: number): void {
    const { name: resource } = strain.resource;
    this.metrics.resourceUse.set({ resource }, use);
    if (!strain.feel(use)) return;
    this.metrics.strain.set({ resource }, Number(strain.isFelt));
    const percent = Math.round(use * 100);
    if (strain.isFelt) this.log.warn({ resource, percent }, 'no new mail is taken: overload');
    else this.log.info({ resource, percent, shortOf: this.shortOf }, 'overload is over');
  }
}
