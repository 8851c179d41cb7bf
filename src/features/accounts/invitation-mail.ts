import type { SystemMail } from './postman.js';

export interface InvitationMail {
  readonly to: string;
  readonly organization: string;
  readonly token: string;
  /** Where clients reach Posthouse, when that is configured. */
  readonly publicUrl: string | null;
  readonly expiresAt: Date;
}

/** The token stands behind `#`, which browsers send to nobody. */
export function invitationMail({
  to,
  organization,
  token,
  publicUrl,
  expiresAt,
}: InvitationMail): Pick<SystemMail, 'to' | 'subject' | 'text'> {
  const link = publicUrl && `${publicUrl.replace(/\/$/, '')}/invitation#${token}`;
  const name = organization.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  const lines = [
    `You are invited to join the organization "${name}" on Posthouse.`,
    '',
    ...(link ? ['Accept the invitation here:', '', link] : ['Your invitation is:', '', token]),
    '',
    `It can be used once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    'If you did not expect it, there is nothing to do.',
    '',
  ];
  return { to, subject: `Invitation to ${name}`, text: lines.join('\n') };
}
