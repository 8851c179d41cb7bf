import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';
import type { Decision, Outcome } from './outcome.js';

/** One try of a delivery. */
@Entity({ name: 'attempts' })
export class Attempt {
  @PrimaryColumn({ ...ID, name: 'server_id' })
  readonly serverId!: bigint;

  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ ...ID, name: 'delivery_id' })
  readonly deliveryId!: bigint;

  /** 1 for the first try. */
  @Column({ type: 'smallint', unsigned: true })
  readonly number!: number;

  @Column({ type: 'json' })
  readonly outcome!: Outcome;

  @Column({ type: 'json' })
  readonly decision!: Decision;

  /** The SMTP dialogue of this attempt, at most 8 KiB, content left out. */
  @Column({ type: 'varchar', length: 8192 })
  readonly transcript!: string;

  @Column({ name: 'started_at', type: 'datetime', precision: 3 })
  readonly startedAt!: Date;

  @Column({ name: 'duration_ms', type: 'int', unsigned: true })
  readonly durationMs!: number;
}
