import { LIMITS } from '../../config/limits.js';

/** Whether the database can keep this JSON: it takes well-formed Unicode only, and nesting to a depth. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= LIMITS.metadataDepth) return false;
  return Object.entries(value).every(
    ([key, inside]) => key.isWellFormed() && isStorable(inside, depth + 1),
  );
}
