import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiResponse } from './api-client.js';
import type { Submitter } from './ledger-driver.js';
import { bodyOf, type Answer, type Entry } from './ledger.js';
import { SmtpPeer } from './smtp-peer.js';
import type { Surroundings, Tenant } from './tenant.js';

/** Longer than any reply may take while a database recovers. */
const REPLY_MS = 45_000;

/** A session on the submission listener that sends one message after the other, pipelined. */
export class SmtpSubmitter implements Submitter {
  private peer: SmtpPeer | null = null;
  /** The last reply of each session that Posthouse ended; null where there was none. */
  readonly farewells: (number | null)[] = [];

  constructor(
    private readonly world: Surroundings,
    private readonly tenant: Tenant,
    private readonly patienceMs = REPLY_MS,
  ) {}

  async submit(entry: Entry): Promise<Answer> {
    try {
      this.peer ??= await this.open();
    } catch (error) {
      return {
        verdict: 'nacked',
        said: `no session: ${(error as Partial<Error>).message ?? ''}`,
      };
    }
    return this.send(this.peer, entry);
  }

  close(): void {
    this.peer?.close();
    this.peer = null;
  }

  private async open(): Promise<SmtpPeer> {
    const login = await this.tenant.smtpLogin();
    const peer = await SmtpPeer.connect(this.world.address('SUBMISSION_LISTEN'));
    try {
      await peer.greets();
      await peer.logsIn(login.username, login.password);
      return peer;
    } catch (error) {
      peer.close();
      throw error;
    }
  }

  /** Until the dot has left nothing can have been taken; after it, only a reply tells. */
  private async send(peer: SmtpPeer, entry: Entry): Promise<Answer> {
    const recipients = entry.recipients
      .map((recipient) => `RCPT TO:<${recipient}> NOTIFY=FAILURE\r\n`)
      .join('');
    await peer.send(`MAIL FROM:<app@${this.tenant.domain ?? ''}>\r\n${recipients}DATA\r\n`);
    for (const expected of [250, ...entry.recipients.map(() => 250), 354]) {
      const reply = await this.hear(peer);
      if (reply !== expected) return this.giveUp('nacked', reply);
    }
    await peer.send(`${this.content(entry)}\r\n.\r\n`);
    const reply = await this.hear(peer);
    if (reply === 250) return { verdict: 'acked', said: '250' };
    return this.giveUp(reply === null ? 'unknown' : 'nacked', reply);
  }

  private content(entry: Entry): string {
    return [
      `From: <app@${this.tenant.domain ?? ''}>`,
      `To: ${entry.recipients.map((recipient) => `<${recipient}>`).join(', ')}`,
      'Subject: Ledger',
      `X-Ledger-Id: ${entry.id}`,
      ...(entry.key === null ? [] : [`X-Idempotency-Key: ${entry.key}`]),
      '',
      bodyOf(entry),
    ].join('\r\n');
  }

  private async hear(peer: SmtpPeer): Promise<number | null> {
    const reply = await peer.next(this.patienceMs).catch(() => null);
    return reply?.code ?? null;
  }

  private giveUp(verdict: 'nacked' | 'unknown', reply: number | null): Answer {
    if (reply === null || reply === 421) this.farewells.push(reply);
    this.close();
    return { verdict, said: reply === null ? 'connection lost' : String(reply) };
  }
}

/** sendMessage over HTTP, one request after the other. A fault of Posthouse says nothing about the message. */
export class ApiSubmitter implements Submitter {
  constructor(
    private readonly tenant: Pick<Tenant, 'api' | 'serverId' | 'domain'>,
    private readonly patienceMs = REPLY_MS,
  ) {}

  async submit(entry: Entry): Promise<Answer> {
    try {
      const answer = await Promise.race([
        this.ask(entry),
        sleep(this.patienceMs, null, { ref: false }),
      ]);
      if (answer === null) return { verdict: 'unknown', said: 'no answer' };
      const name = answer.data?.sendMessage.__typename;
      if (!name) return faultOf(answer.errors);
      return { verdict: name === 'SendMessageSuccess' ? 'acked' : 'nacked', said: name };
    } catch (error) {
      const isRefused = codeOf(error) === 'ECONNREFUSED';
      return { verdict: isRefused ? 'nacked' : 'unknown', said: codeOf(error) };
    }
  }

  close(): void {
    // nothing stays open between two requests
  }

  private ask(entry: Entry) {
    const { api, serverId, domain } = this.tenant;
    const input = {
      mailServerId: serverId,
      from: `app@${domain ?? ''}`,
      to: entry.recipients,
      subject: 'Ledger',
      headers: [{ name: 'X-Ledger-Id', value: entry.id }],
      text: bodyOf(entry),
      idempotencyKey: entry.key,
    };
    return api.ask<{ sendMessage: { __typename: string } }, { input: typeof input }>(SEND, {
      input,
    });
  }
}

const SEND =
  'mutation LedgerSend($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }';

/** Of all faults only this one says that nothing was done. */
function faultOf(errors: ApiResponse<unknown>['errors']): Answer {
  const code = errors?.[0]?.extensions?.['code'];
  const said = typeof code === 'string' ? code : 'nothing';
  return { verdict: said === 'UNAVAILABLE' ? 'nacked' : 'unknown', said };
}

/** fetch says only "fetch failed"; its cause knows why. Its errors are of another realm than jest's `Error`. */
function codeOf(error: unknown): string {
  const { cause } = error as { cause?: NodeJS.ErrnoException }; // what undici throws
  return cause?.code ?? 'connection lost';
}
