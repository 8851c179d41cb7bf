import { setTimeout } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { DemoClient } from './demo-client.js';
import { DEMO_MAILBOXES } from './demo-receivers.js';
import type { DemoTenant } from './demo-tenant.js';

const SEND = /* GraphQL */ `
  mutation DemoSend($input: SendMessageInput!) {
    sendMessage(input: $input) {
      __typename
      ... on Refusal {
        reason
      }
    }
  }
`;

const SUBJECTS = ['Your invoice', 'Reset your password', 'Your order is on its way', 'Welcome'];

/** A trickle of mail through both doors, now and then to someone who is busy or does not exist. */
export class DemoTraffic {
  private readonly stopped = new AbortController();
  private count = 0;

  constructor(
    private readonly api: DemoClient,
    private readonly tenant: DemoTenant,
    private readonly submission: { host: string; port: number },
    private readonly pauseMs: number,
  ) {}

  /** Sends until `stop`; what the doors refuse is told and does not end the trickle. */
  async run(tell: (text: string) => void): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      this.count += 1;
      await this.sendOne(this.count).catch((error: unknown) => {
        tell(
          `demo mail ${this.count} was not accepted: ${error instanceof Error ? error.message : String(error)}`,
        );
      });
      await setTimeout(this.pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  stop(): void {
    this.stopped.abort();
  }

  private async sendOne(number: number): Promise<void> {
    const from = `hello@${this.tenant.domain}`;
    const to = recipientOf(number);
    const subject = `${SUBJECTS[number % SUBJECTS.length] ?? 'Hello'} (${number})`;
    if (number % 2 === 0) return this.sendOverSmtp(from, to, subject);
    const input = {
      mailServerId: this.tenant.mailServerId,
      from,
      to: [to],
      subject,
      text: 'Hello from the demo.',
    };
    await this.api.run(SEND, { input });
  }

  private async sendOverSmtp(from: string, to: string, subject: string): Promise<void> {
    const transport = createTransport({
      ...this.submission,
      auth: { user: this.tenant.smtpUsername, pass: this.tenant.smtpPassword },
      tls: { rejectUnauthorized: false }, // the demo's certificate is self-signed
    });
    try {
      await transport.sendMail({ from, to, subject, text: 'Hello from the demo.' });
    } finally {
      transport.close();
    }
  }
}

/** Most mail arrives; each kind of failure comes early once, then now and then. */
function recipientOf(number: number): string {
  if (number % 13 === 4) return DEMO_MAILBOXES.lost;
  if (number % 7 === 3) return DEMO_MAILBOXES.unknown;
  if (number % 5 === 2) return DEMO_MAILBOXES.busy;
  return DEMO_MAILBOXES.ann;
}
