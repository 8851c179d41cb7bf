import { SmtpPeer, type SmtpPeerOptions } from '../support/smtp-peer.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

type Listener = 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN';
type PeerOptions = Omit<SmtpPeerOptions, 'host' | 'port' | 'isTls'>;

/** Where a good message of the tests goes; nothing is sent there, because no worker runs. */
export const RECIPIENT = 'ann@example.test';

/** A world with one tenant, `shop.test`, and peers that speak to its SMTP listeners. */
export class SmtpHouse {
  private constructor(
    readonly world: World,
    readonly shop: Tenant,
    readonly login: { readonly username: string; readonly password: string },
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<SmtpHouse> {
    const world = await startWorld({ roles: ['api', 'smtp'], settings });
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    return new SmtpHouse(world, shop, await shop.smtpLogin());
  }

  /** A connection to a listener, before its greeting. */
  connect(listener: Listener, options: PeerOptions = {}): Promise<SmtpPeer> {
    const isTls = listener === 'SUBMISSIONS_LISTEN';
    return SmtpPeer.connect({ ...this.world.address(listener), isTls, ...options });
  }

  /** A peer that has said EHLO. */
  async greeted(listener: Listener, options: PeerOptions = {}): Promise<SmtpPeer> {
    const peer = await this.connect(listener, options);
    await peer.greets();
    return peer;
  }

  /** A peer that has logged in to submit. */
  async submitter(options: PeerOptions = {}): Promise<SmtpPeer> {
    const peer = await this.greeted('SUBMISSION_LISTEN', options);
    await peer.logsIn(this.login.username, this.login.password);
    return peer;
  }

  /** AUTH PLAIN of the tenant's credential. */
  get plain(): string {
    return plainToken(this.login.username, this.login.password);
  }

  async countMessages(): Promise<number> {
    const [row] = await this.world.database.query<{ n: bigint }[]>(
      'SELECT COUNT(*) n FROM messages',
    );
    return Number(row?.n);
  }

  /** Raw content of the message that was stored last. */
  async lastContent(): Promise<string> {
    const [row] = await this.world.database.query<{ server_id: bigint; id: bigint }[]>(
      'SELECT server_id, id FROM messages ORDER BY id DESC LIMIT 1',
    );
    const key = { serverId: BigInt(row?.server_id ?? 0), id: BigInt(row?.id ?? 0) };
    const [content] = (await this.world.services.contents.read([key])).values();
    return content?.toString() ?? '';
  }

  stop(): Promise<void> {
    return this.world.stop();
  }
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

export function plainToken(username: string, password: string): string {
  return base64(`\0${username}\0${password}`);
}

/** MAIL, RCPT and DATA, up to the go-ahead. */
export async function beginData(peer: SmtpPeer, mailFrom = 'app@shop.test'): Promise<void> {
  await peer.asks(`MAIL FROM:<${mailFrom}>`, 250, '2.1.0');
  await peer.asks(`RCPT TO:<${RECIPIENT}>`, 250, '2.1.5');
  await peer.asks('DATA', 354);
}
