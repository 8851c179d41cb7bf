import { mkdirSync } from 'node:fs';
import type { Logger } from 'pino';
import { hasEndedWithin, signalProcess, type ProcessMark } from './processes/process-identity.js';
import { RunFolder } from './processes/run-folder.js';
import { DataDirInUse } from './services/stale-service.js';

const SUPERVISOR = 'supervisor';
/** Stopped by their own supervisor's successor, in services/. */
const SERVICES = ['mariadb', 'redis'];

/**
 * Makes this process the only supervisor of the data folder. Role processes of one that was killed are
 * given the time to finish what they do, then ended.
 */
export async function takeDataDir(
  dataDir: string,
  { patienceMs, log }: { patienceMs: number; log: Logger },
): Promise<RunFolder> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const run = new RunFolder(dataDir);
  const other = run.claim(SUPERVISOR);
  if (other) {
    throw new DataDirInUse(
      `another Posthouse (process ${other.pid}) is running on this POSTHOUSE_DATA_DIR`,
    );
  }
  const orphans = run
    .living()
    .filter(({ name }) => name !== SUPERVISOR && !SERVICES.includes(name));
  if (orphans.length > 0) {
    log.warn(
      { processes: orphans.map(({ name }) => name) },
      'waiting for processes of a killed supervisor to finish',
    );
  }
  await Promise.all(orphans.map((orphan) => endOrphan(orphan, patienceMs)));
  return run;
}

export function releaseDataDir(run: RunFolder): void {
  run.forget(SUPERVISOR);
}

/** It knows that its supervisor is gone; the signal is for one that was stopped or hangs. */
async function endOrphan(orphan: ProcessMark, patienceMs: number): Promise<void> {
  signalProcess(orphan, 'SIGTERM');
  if (await hasEndedWithin(orphan, patienceMs)) return;
  signalProcess(orphan, 'SIGKILL');
  await hasEndedWithin(orphan, patienceMs);
}
