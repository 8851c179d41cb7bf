import { graphql } from '../gql/index.js';
import type { SendRawMessageInput } from '../gql/graphql.js';
import { SmtpPeer, type HeardReply } from './smtp-peer.js';
import type { Tenant } from './tenant.js';

/** A message that is written already, with its envelope. */
export interface RawMail {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

/** sendRawMessage; its result union. */
export async function sendRaw(
  tenant: Tenant,
  { from, to, raw }: RawMail,
  input: Partial<SendRawMessageInput> = {},
) {
  const { sendRawMessage } = await tenant.api.run(
    graphql(`
      mutation TestSendRaw($input: SendRawMessageInput!) {
        sendRawMessage(input: $input) {
          __typename
          ... on SendRawMessageSuccess {
            message {
              id
            }
          }
          ... on Refusal {
            code
            reason
            path
          }
        }
      }
    `),
    { input: { mailFrom: from, recipients: [to], raw: raw.toString('base64'), ...input } },
  );
  return sendRawMessage;
}

const SESSION_IS_OVER = 421;

/** One SMTP session of a tenant's app that sends messages byte for byte, one after the other. */
export class SmtpSubmitter {
  private peer: SmtpPeer | null = null;

  constructor(private readonly tenant: Tenant) {}

  /** The reply to the end of data, or to what was refused before it. */
  async submit(mail: RawMail, parameters = ''): Promise<HeardReply> {
    const heard = await this.attempt(mail, parameters);
    if (heard.code !== SESSION_IS_OVER) return heard;
    this.close(); // for too many refusals: a client begins anew
    return this.attempt(mail, parameters);
  }

  close(): void {
    this.peer?.close();
    this.peer = null;
  }

  private async attempt({ from, to, raw }: RawMail, parameters: string): Promise<HeardReply> {
    const peer = await this.connected();
    for (const line of [`MAIL FROM:<${from}>${parameters}`, `RCPT TO:<${to}>`, 'DATA']) {
      await peer.say(line);
      const heard = await this.hears(peer);
      if (heard.code < 400) continue;
      if (heard.code !== SESSION_IS_OVER) await peer.asks('RSET', 250);
      return heard;
    }
    await peer.send(Buffer.concat([stuffed(raw), Buffer.from('.\r\n')]));
    return this.hears(peer);
  }

  private async hears(peer: SmtpPeer): Promise<HeardReply> {
    const heard = await peer.next();
    if (!heard) throw new Error('the session ended without a reply');
    return heard;
  }

  private async connected(): Promise<SmtpPeer> {
    if (this.peer) return this.peer;
    const { username, password } = await this.tenant.smtpLogin();
    const address = this.tenant.world.address('SUBMISSIONS_LISTEN');
    this.peer = await SmtpPeer.connect({ ...address, isTls: true });
    await this.peer.greets();
    await this.peer.logsIn(username, password);
    return this.peer;
  }
}

function stuffed(raw: Buffer): Buffer {
  return Buffer.from(raw.toString('latin1').replace(/(^|\r\n)\./g, '$1..'), 'latin1');
}
