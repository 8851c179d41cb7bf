import type { ValueTransformer } from 'typeorm';

/** The drivers disagree on BIGINT (string, number or bigint): in code it is always `bigint`. */
export const bigintColumn: ValueTransformer = {
  from: (value: string | number | bigint | null) => (value === null ? null : BigInt(value)),
  to: (value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
};

/** TINYINT(1) is a boolean in code. */
export const booleanColumn: ValueTransformer = {
  from: (value: number | boolean | null) => (value === null ? null : Boolean(value)),
  to: (value: unknown) => (typeof value === 'boolean' ? Number(value) : value),
};

export const ID = { type: 'bigint', unsigned: true, transformer: bigintColumn } as const;
