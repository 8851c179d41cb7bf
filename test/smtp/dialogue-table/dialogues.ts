import { AUTHENTICATION } from './authentication.js';
import { COMMANDS, STRANGERS } from './commands.js';
import type { Dialogue } from './dialogue.js';
import { EXTENSIONS } from './extensions.js';
import { PATHS } from './paths.js';

export type { Dialogue } from './dialogue.js';

export const DIALOGUES: readonly Dialogue[] = [
  ...COMMANDS,
  ...PATHS,
  ...EXTENSIONS,
  ...AUTHENTICATION,
  ...STRANGERS,
];
