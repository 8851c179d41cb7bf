import { And, In, LessThan, MoreThan, type FindOperator } from 'typeorm';

/** Which rows of a list ordered by id: strictly between two ids, counted from the start or the end. */
export interface Keyset {
  readonly after: bigint | null;
  readonly before: bigint | null;
  readonly limit: number;
  readonly fromEnd: boolean;
}

/** The id condition of a keyset, for `where`; perhaps among certain ids only. */
export function idWithin(
  { after, before }: Keyset,
  among: readonly bigint[] | null = null,
): { id?: FindOperator<bigint> } {
  const bounds = [
    ...(after === null ? [] : [MoreThan(after)]),
    ...(before === null ? [] : [LessThan(before)]),
    ...(among === null ? [] : [In([...among])]),
  ];
  return bounds.length === 0 ? {} : { id: And(...bounds) };
}

/** Order and size of a keyset, for `find`. */
export function inOrder({ limit, fromEnd }: Keyset) {
  return { order: { id: fromEnd ? 'DESC' : 'ASC' }, take: limit } as const;
}
