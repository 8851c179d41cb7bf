import type { Config } from '../../config/config.js';

/** The names of this installation that appear in the records of sender domains. */
export type DomainSettings = Pick<
  Config,
  | 'RETURN_PATH_DOMAIN'
  | 'RETURN_PATH_LABEL'
  | 'SPF_INCLUDE'
  | 'MX_HOSTS'
  | 'DKIM_SELECTOR'
  | 'VERIFICATION_PREFIX'
>;
