import { LIMITS } from '../config/limits.js';
import type { DurableAccept } from '../features/messages/durable-accept.service.js';
import { Admission } from '../platform/admission/admission.js';
import { LoopDelay } from '../platform/admission/loop-delay.js';
import { MemoryUse } from '../platform/admission/memory-use.js';
import type { DiskReserve } from '../platform/database/disk-reserve.js';
import type { Ground } from './compose.js';

export interface AdmissionParts {
  readonly durable: DurableAccept;
  readonly disk: DiskReserve;
}

/** What a process looks at before it takes new mail. */
export function composeAdmission(
  { config, metrics, log }: Ground,
  { durable, disk }: AdmissionParts,
): Admission {
  return new Admission(
    [
      new LoopDelay(),
      new MemoryUse(config.MEMORY_LIMIT_BYTES),
      { name: 'commits', closesDoors: true, use: () => durable.waitedMs / LIMITS.commitWaitMs },
      // Who is let in can still receive bounces and reports once there is room again.
      { name: 'disk', closesDoors: false, use: () => disk.use() },
    ],
    metrics,
    log,
  );
}
