import { z } from 'zod';
import { LIMITS } from '../../config/limits.js';

/** Any password may be tried; what one must be is asked when it is set. */
export const triedPassword = z.string().max(LIMITS.longestPasswordCharacters);
export const newPassword = triedPassword.min(LIMITS.passwordCharacters);
export const PASSWORD_RULE = `${LIMITS.passwordCharacters} to ${LIMITS.longestPasswordCharacters} characters.`;
