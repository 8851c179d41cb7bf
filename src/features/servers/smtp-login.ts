import type { Caller } from '../accounts/caller.js';
import type { MailServer } from './mail-server.entity.js';

/** Who logged in at the SMTP door, and for which mail server. */
export interface SmtpLogin {
  readonly caller: Caller;
  readonly server: MailServer;
  readonly credential: { readonly id: bigint; readonly hold: boolean };
}
