import {
  pino,
  stdTimeFunctions,
  type DestinationStream,
  type Logger,
  type LevelWithSilent,
} from 'pino';

/** Fields whose value never reaches a log, at the top of a line or up to two levels down. */
const SECRET_FIELDS = [
  'password',
  'authorization',
  'cookie',
  'secret',
  'token',
  'setupSecret',
  'masterKey',
  'privateKey',
  'raw',
  'content',
];

/**
 * Structured log lines of JSON; `bindings` (role, request id, session id) go on every line. Secrets
 * and mail content are cut out here, whatever a caller hands in.
 */
export function createLog(
  { level, destination }: { level: LevelWithSilent; destination?: DestinationStream },
  bindings: Record<string, unknown> = {},
): Logger {
  const options = {
    level,
    base: { pid: process.pid, ...bindings },
    messageKey: 'text',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    hooks: { streamWrite: inert },
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[redacted]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** JSON escapes the other controls; these too end lines or steer terminals, and stand only inside strings. */
function inert(line: string): string {
  return line.replace(OTHER_CONTROLS, (found) => {
    return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const OTHER_CONTROLS = /[\u007f-\u009f\u2028\u2029]/g;

/** Database errors carry their statement's parameters in extra fields: only what is listed here is logged. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { text: typeof error };
  const { code, errno, sqlState } = error as {
    code?: unknown;
    errno?: unknown;
    sqlState?: unknown;
  }; // added by Node and drivers
  return {
    type: error.constructor.name,
    text: error.message,
    stack: error.stack,
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    ...(sqlState === undefined ? {} : { sqlState }),
    ...(error.cause === undefined || depth === 3
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}
