import type { FirstSignIn } from '../features/accounts/accounts.service.js';
import type { ResolvedConfig } from './posthouse.js';

/** What runs once the supervisor says that everything is up. */
export interface Running {
  readonly config: ResolvedConfig;
  /** How the administrator signs in for the first time; null when that has happened. */
  readonly firstSignIn: FirstSignIn | null;
}

/** Something that lives beside the roles for as long as they do, such as the demo. */
export interface Companion {
  /** Environment variables of settings that it needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Called once, when every role is ready. */
  started(running: Running): Promise<void>;
  stop(): Promise<void>;
}
