import { ConfigError } from '../config/config.js';
import { MasterKeyError } from '../platform/master-key.js';
import { CertificateError } from '../smtp/certificate.js';
import { ServiceFailed } from './services/private-service.js';
import { DataDirInUse } from './services/stale-service.js';

/** Posthouse will not run like this; the message has one line per reason and no secrets, or none when all is said. */
export class StartRefused extends Error {}

/** The lines to print for an error that the reader can mend, or null when it is a fault of ours. */
export function linesToMend(error: unknown): readonly string[] | null {
  const kinds = [
    CertificateError,
    ConfigError,
    DataDirInUse,
    MasterKeyError,
    ServiceFailed,
    StartRefused,
  ];
  if (error instanceof Error && kinds.some((kind) => error instanceof kind)) {
    return error.message === '' ? [] : error.message.split('\n');
  }
  return null;
}
