import { resolve } from 'node:path';
import { ConfigError, type Config } from '../config/config.js';
import type { ResolvedConfig } from './posthouse.js';

/** The private services belong to the supervisor alone. */
export function requireUrls(config: Config): ResolvedConfig {
  const { DATABASE_URL, REDIS_URL } = config;
  if (DATABASE_URL !== undefined && REDIS_URL !== undefined) {
    return { ...config, DATABASE_URL, REDIS_URL, DATA_DIR: resolve(config.DATA_DIR) };
  }
  const missing = { POSTHOUSE_DATABASE_URL: DATABASE_URL, POSTHOUSE_REDIS_URL: REDIS_URL };
  const lines = Object.entries(missing)
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name}: is needed when roles are named`);
  throw new ConfigError(lines.join('\n'));
}
