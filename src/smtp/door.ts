import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { GuessLedger } from '../features/accounts/guess-ledger.service.js';
import type { BounceService } from '../features/messages/bounces.service.js';
import type { MessageIntake } from '../features/messages/intake.service.js';
import type { Accepted } from '../features/messages/submission.js';
import type { CredentialService } from '../features/servers/credentials.service.js';
import type { ServerService } from '../features/servers/servers.service.js';
import type { Admission } from '../platform/admission/admission.js';
import type { Clock } from '../platform/clock.js';
import type { Metrics } from '../platform/metrics.js';
import type { ContentRoom } from './content-room.js';

/** What the SMTP door needs of the rest of the house. */
export interface SmtpDoorParts {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly admission: Pick<Admission, 'takesSession' | 'takesMail'>;
  readonly credentials: Pick<CredentialService, 'authenticateSmtp' | 'authenticateIp' | 'renew'>;
  readonly guesses: Pick<GuessLedger, 'tryRandom'>;
  readonly servers: Pick<ServerService, 'stateOf'>;
  readonly intake: Pick<MessageIntake, 'accept' | 'requireRoom'>;
  readonly bounces: Pick<BounceService, 'isReturnPath' | 'receive'>;
  /** The public id of an accepted message, as the API knows it. */
  readonly messageIdOf: (accepted: Accepted) => string;
}

/** One listener as its conversations see it. */
export interface Door extends SmtpDoorParts {
  /** Shared by all listeners of the process. */
  readonly contents: ContentRoom;
  /** Turns a clear connection into a TLS one; fails when the handshake does. */
  readonly secure: (socket: Socket) => Promise<Socket>;
}
