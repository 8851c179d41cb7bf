import type { Logger } from 'pino';

/** npm, the terminal and the start script may each pass the same Ctrl-C on. */
const SAME_SIGNAL_MS = 1_000;

/**
 * How SHUTDOWN_TIMEOUT is shared out, so that all of it is over in time: first a role ends what it
 * does, then the supervisor ends the role, then the private services write their pages out.
 */
export const ROLE_SHARE = 0.8;
export const KILL_SHARE = 0.9;

/**
 * Resolves with the reason when this process shall stop: a signal, or the end of the process that
 * started it. A second signal ends it at once, after `lastWords`.
 */
export function whenToldToStop(lastWords: () => void = () => undefined): Promise<string> {
  return new Promise((resolve) => {
    let toldAt: number | null = null;
    const onSignal = (signal: string) => {
      if (toldAt !== null && Date.now() - toldAt > SAME_SIGNAL_MS) {
        lastWords();
        process.exit(1);
      }
      toldAt ??= Date.now();
      resolve(signal);
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, onSignal);
    if (process.connected) {
      process.once('disconnect', () => {
        resolve('the process that started this one ended');
      });
    }
  });
}

interface Undoing {
  readonly undo: () => Promise<void>;
  readonly atOnce: () => void;
}

/** What was started, to be ended in reverse order. Filled while starting, so that a start can be broken off. */
export class Ending {
  private readonly steps: Undoing[] = [];

  /** `atOnce` is for a second signal: no waiting, the process is about to go. */
  add(undo: () => Promise<void>, atOnce: () => void = () => undefined): void {
    this.steps.unshift({ undo, atOnce });
  }

  atOnce(): void {
    for (const step of this.steps) step.atOnce();
  }

  /** Every step, even when an earlier one failed. Says whether all went well and in time. */
  async run({ timeoutMs, log }: { timeoutMs: number; log: Logger }): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => {
        resolve('late');
      }, timeoutMs);
    });
    const outcome = await Promise.race([this.runAll(log), late]);
    clearTimeout(timer);
    if (outcome === 'late') log.error({ timeoutMs }, 'not everything stopped in time');
    return outcome === 'clean';
  }

  private async runAll(log: Logger): Promise<'clean' | 'failed'> {
    let outcome: 'clean' | 'failed' = 'clean';
    for (const { undo } of this.steps) {
      await undo().catch((error: unknown) => {
        outcome = 'failed';
        log.error({ err: error }, 'a step of stopping failed');
      });
    }
    return outcome;
  }
}

/** A process whose state is unknown does not limp on: it ends, and whoever keeps it starts a new one. */
export function dieOnFaults(log: Logger): void {
  const die = (error: unknown) => {
    log.fatal({ err: error }, 'uncaught fault, ending this process');
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}
