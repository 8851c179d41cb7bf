import { Installation1795392000000 } from '../../migrations/1795392000000-installation.js';
import { Accounts1795392001000 } from '../../migrations/1795392001000-accounts.js';
import { MailServers1795392002000 } from '../../migrations/1795392002000-mail-servers.js';
import { Domains1795392003000 } from '../../migrations/1795392003000-domains.js';
import { Messages1795392004000 } from '../../migrations/1795392004000-messages.js';
import { Deliveries1795392005000 } from '../../migrations/1795392005000-deliveries.js';
import { Events1795392006000 } from '../../migrations/1795392006000-events.js';
import { Guesses1795800002000 } from '../../migrations/1795800002000-guesses.js';
import { PasswordResets1795800002001 } from '../../migrations/1795800002001-password-resets.js';
import { SessionUse1795800002002 } from '../../migrations/1795800002002-session-use.js';
import { Totp1795800002003 } from '../../migrations/1795800002003-totp.js';
import { OrganizationTokens1795800002004 } from '../../migrations/1795800002004-organization-tokens.js';
import { Invitations1795800001002 } from '../../migrations/1795800001002-invitations.js';
import { SoftDelete1795800001003 } from '../../migrations/1795800001003-soft-delete.js';
import { AuditLog1795800003001 } from '../../migrations/1795800003001-audit-log.js';
import { MemberServers1795800001001 } from '../../migrations/1795800001001-member-servers.js';
import { Documents1795800004000 } from '../../migrations/1795800004000-documents.js';
import { ServerSettings1795900002001 } from '../../migrations/1795900002001-server-settings.js';
import { CredentialNetworks1795900002004 } from '../../migrations/1795900002004-credential-networks.js';
import { SendPlanOrder1795900002005 } from '../../migrations/1795900002005-send-plan-order.js';
import { ServerRetention1795900002003 } from '../../migrations/1795900002003-server-retention.js';
import { SendLimits1795900002002 } from '../../migrations/1795900002002-send-limits.js';
import { ZstdContent1795900003001 } from '../../migrations/1795900003001-zstd-content.js';
import { EmailChanges1795900001002 } from '../../migrations/1795900001002-email-changes.js';
import { Oidc1795900001001 } from '../../migrations/1795900001001-oidc.js';
import { ListIndexes1796000003001 } from '../../migrations/1796000003001-list-indexes.js';

/** In order; a new migration is added at the end. */
export const MIGRATIONS = [
  Installation1795392000000,
  Accounts1795392001000,
  MailServers1795392002000,
  Domains1795392003000,
  Messages1795392004000,
  Deliveries1795392005000,
  Events1795392006000,
  Guesses1795800002000,
  PasswordResets1795800002001,
  SessionUse1795800002002,
  Totp1795800002003,
  OrganizationTokens1795800002004,
  AuditLog1795800003001,
  MemberServers1795800001001,
  Documents1795800004000,
  Invitations1795800001002,
  SoftDelete1795800001003,
  ServerSettings1795900002001,
  SendLimits1795900002002,
  ServerRetention1795900002003,
  Oidc1795900001001,
  ZstdContent1795900003001,
  CredentialNetworks1795900002004,
  EmailChanges1795900001002,
  SendPlanOrder1795900002005,
  ListIndexes1796000003001,
];
