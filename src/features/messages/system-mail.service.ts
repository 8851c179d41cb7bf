import { createHash } from 'node:crypto';
import type { Config } from '../../config/config.js';
import type { Clock } from '../../platform/clock.js';
import type { Postman, SystemMail } from '../accounts/postman.js';
import type { SystemServerService } from '../servers/system-server.service.js';
import { composed } from './composed.js';
import type { MessageIntake } from './intake.service.js';

/** RFC 3834: no vacation notice shall answer. */
const HEADERS = [{ name: 'Auto-Submitted', value: 'auto-generated' }];

/** Long enough for every retry that still makes sense; what is queued or held keeps its content beyond. */
const RETENTION_DAYS = 1;

/**
 * Mail of Posthouse itself, through the same durable intake, queue and courier as everybody's. Only here may
 * a message come from a domain that is not verified, so that it works on the first day.
 */
export class SystemMailService implements Postman {
  constructor(
    private readonly systemServer: SystemServerService,
    private readonly intake: MessageIntake,
    private readonly clock: Clock,
    private readonly config: Pick<Config, 'SYSTEM_MAIL_FROM' | 'SMTP_HOSTNAME'>,
  ) {}

  async send({ to, subject, text, idempotencyKey: key }: SystemMail): Promise<void> {
    const { SYSTEM_MAIL_FROM, SMTP_HOSTNAME } = this.config;
    const from = `Posthouse <${SYSTEM_MAIL_FROM ?? `posthouse@${SMTP_HOSTNAME}`}>`;
    const draft = { from, to: [to], subject, text, headers: HEADERS };
    const { mailFrom, recipients, raw } = await composed(draft, [], this.clock.now());
    await this.intake.accept({
      server: await this.systemServer.require(),
      credential: null,
      door: 'SYSTEM',
      mailFrom,
      recipients: recipients.map(({ address }) => ({ address, notify: ['NEVER'] })),
      raw,
      clientIp: null,
      received: null,
      retentionDays: RETENTION_DAYS,
      idempotency: { key, fingerprint: createHash('sha256').update(to).digest() },
    });
  }
}
