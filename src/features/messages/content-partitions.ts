import type { BulkPool } from '../../platform/database/bulk-pool.js';
import { isRetryable } from '../../platform/database/errors.js';

/** A part of `message_contents`: what expires before `bound`, a day; the catch-all has none. */
export interface ContentPartition {
  readonly name: string;
  readonly bound: string | null;
  /** What it holds, about. */
  readonly bytes: number;
}

/**
 * The partitions of `message_contents`. They are named after their bounds, so a statement of a process
 * that is behind the others fails or finds nothing to do, and never hits other days than it meant. A
 * busy table postpones a change: those who write mail wait for it for a second and no longer.
 */
export class ContentPartitions {
  constructor(private readonly pool: Pick<BulkPool, 'query' | 'read'>) {}

  /** From the earliest days to the catch-all. */
  async list(): Promise<ContentPartition[]> {
    const rows = await this.pool.read<PartitionRow>(
      `/* contents.partitions */ SELECT PARTITION_NAME AS name, PARTITION_DESCRIPTION AS bound, DATA_LENGTH AS bytes
       FROM information_schema.PARTITIONS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'message_contents'
       ORDER BY PARTITION_ORDINAL_POSITION`,
    );
    return rows.map(({ name, bound, bytes }) => ({
      name,
      bound: bound === 'MAXVALUE' ? null : bound.replaceAll("'", ''),
      bytes: Number(bytes),
    }));
  }

  /** Divides a partition at days that lie inside it. What it holds is copied, while no mail is accepted. */
  async divide(partition: ContentPartition, days: readonly string[]): Promise<void> {
    const { name, bound } = partition;
    const parts = [...days.map((day) => definition(nameOf(day), day)), definition(name, bound)];
    await this.pool.query(
      `/* contents.divide */ ALTER TABLE message_contents WAIT ${WAIT_SECONDS}
       REORGANIZE PARTITION ${name} INTO (${parts.join(', ')})`,
    );
  }

  async drop({ name }: ContentPartition): Promise<void> {
    await this.pool.query(
      `/* contents.drop */ ALTER TABLE message_contents WAIT ${WAIT_SECONDS} DROP PARTITION IF EXISTS ${name}`,
    );
  }
}

/** Whether a change was refused because mail was busy or another process has just made it. */
export function isPostponed(error: unknown): boolean {
  if (isRetryable(error)) return true;
  return error instanceof Error && 'errno' in error && MADE_BY_OTHERS.has(error.errno);
}

const WAIT_SECONDS = 1;

/** Bounds that do not increase; no such partition; a partition of this name. */
const MADE_BY_OTHERS = new Set<unknown>([1493, 1507, 1517]);

interface PartitionRow {
  readonly name: string;
  readonly bound: string;
  readonly bytes: bigint | number;
}

function nameOf(day: string): string {
  return `p_${day.replaceAll('-', '')}`;
}

function definition(name: string, bound: string | null): string {
  return `PARTITION ${name} VALUES LESS THAN (${bound === null ? 'MAXVALUE' : `'${bound}'`})`;
}
