import { z } from 'zod';
import { SLUG } from '../platform/slug.js';

export const SLUG_RULE =
  'up to 48 of a to z, 0 to 9 and hyphen, which is neither first nor last, and none of the reserved words';

/** A slug that somebody chooses. */
export function slugInput(reserved: ReadonlySet<string>) {
  return z
    .string()
    .regex(SLUG, `A slug is ${SLUG_RULE}`)
    .refine((slug) => !reserved.has(slug), 'This word is reserved');
}
