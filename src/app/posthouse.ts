import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { FirstSignIn } from '../features/accounts/accounts.service.js';
import type { ChainVerdict } from '../features/accounts/audit-check.service.js';
import type { Clock } from '../platform/clock.js';
import type { Metrics } from '../platform/metrics.js';
import type { HealthSources } from './readiness.js';

/** The configuration once the services are known: both URLs are there. */
export type ResolvedConfig = Config & { readonly DATABASE_URL: string; readonly REDIS_URL: string };

/** Something open to the outside. */
export interface Door {
  /** Where it listens, as host:port, by the name of the setting. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Stops accepting, finishes or releases what is under way, closes. */
  stop(): Promise<void>;
}

/** What the processes and the command line need of the services, whatever else there is. */
export interface AdministratorServices {
  readonly accounts: {
    ensureAdministrator(): Promise<FirstSignIn | null>;
    /** Whether the administrator has signed in and so has a password. */
    isSetUp(): Promise<boolean>;
    /** Takes the administrator's password away and answers a new setup secret. */
    resetSignIn(): Promise<FirstSignIn | null>;
  };
  readonly auditCheck: { checkAll(): AsyncGenerator<ChainVerdict> };
}

/** The composed system of one process; its doors are closed until they are started. */
export interface Posthouse {
  readonly config: ResolvedConfig;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly services: AdministratorServices;
  readonly health: HealthSources;
  startApi(): Promise<Door>;
  startSmtp(): Promise<Door>;
  startWorker(): Promise<Door>;
  /** Closes connections and gives leases back; after the doors are stopped. */
  close(): Promise<void>;
}

/** The composition root, as the processes know it. */
export type Compose = (config: ResolvedConfig, log: Logger) => Promise<Posthouse>;
