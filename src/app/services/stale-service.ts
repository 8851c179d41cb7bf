import type { Logger } from 'pino';
import { hasEndedWithin, isAlive, signalProcess } from '../processes/process-identity.js';
import type { RunFolder } from '../processes/run-folder.js';

/** MariaDB writes its pages out when it stops, which takes seconds on a slow disk. */
const STOP_TIMEOUT_MS = 60_000;

/** The data folder has a living owner; two must never work on the same files. */
export class DataDirInUse extends Error {}

/** Afterwards no service of that name, left behind by a killed process, works on the data folder. */
export async function clearStaleService(run: RunFolder, name: string, log: Logger): Promise<void> {
  const record = run.find(name);
  if (!record) return;
  if (isAlive(record.owner) && record.owner.pid !== process.pid) {
    throw new DataDirInUse(
      `another Posthouse (process ${record.owner.pid}) is using this POSTHOUSE_DATA_DIR`,
    );
  }
  log.warn(
    { child: name, childPid: record.pid },
    'stopping a service that a killed run left behind',
  );
  signalProcess(record, 'SIGTERM');
  if (!(await hasEndedWithin(record, STOP_TIMEOUT_MS))) {
    signalProcess(record, 'SIGKILL');
    await hasEndedWithin(record, STOP_TIMEOUT_MS);
  }
  run.forget(name);
}
