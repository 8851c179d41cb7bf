import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LoopbackDns } from '../../src/demo/loopback-dns.js';
import { MailSink, type SinkOptions } from '../../src/demo/mail-sink/mail-sink.js';
import { ensureSelfSigned } from '../../src/smtp/self-signed.js';
import { nextLoopbackAddress } from './loopback-address.js';
import { Mailbox } from './mailbox.js';

/** Receivers without a script of their own live here. */
const RECEIVING_DOMAIN = 'example.test';

/**
 * This DNS lives in the process of the test and stands still with it; whoever stops waiting for it puts a
 * delivery off for five minutes, which no test waits for.
 */
const DNS_PATIENCE = '20s';

/** In memory, unless told otherwise. */
export type SinkKeeping = Pick<SinkOptions, 'keep' | 'record'>;

/** What surrounds a Posthouse, on loopback: the DNS, and the mail server of everyone who gets mail. */
export class Outside {
  private constructor(
    readonly dns: LoopbackDns,
    readonly sink: MailSink,
  ) {
    this.receiver(RECEIVING_DOMAIN);
  }

  /** The folder is for the sink's certificate. */
  static async start(folder: string, keeping: SinkKeeping = {}): Promise<Outside> {
    const dns = await LoopbackDns.start();
    const pemFile = join(folder, 'sink.pem');
    await ensureSelfSigned(pemFile, `mx.${RECEIVING_DOMAIN}`);
    const pem = readFileSync(pemFile, 'utf8');
    const tls = { key: pem, cert: pem };
    return new Outside(dns, await MailSink.start({ host: nextLoopbackAddress(), tls, ...keeping }));
  }

  /** What a Posthouse must be told to see this outside and no other. */
  get settings(): Readonly<Record<string, string>> {
    return {
      SMTP_HOSTNAME: 'mail.posthouse.test',
      DNS_SERVERS: this.dns.address,
      DNS_TIMEOUT: DNS_PATIENCE,
      MX_PORT: String(this.sink.port),
      EGRESS_ALLOW: `127.0.0.0/8:${this.sink.port},127.0.0.1/32:${this.dns.port}`,
      RETRY_JITTER: '0',
    };
  }

  /** Makes the DNS say that the sink takes mail for a domain. */
  receiver(domain: string, sink: { readonly host: string } = this.sink): void {
    this.dns.zone(domain).set(domain, 'MX', { exchange: `mx.${domain}`, preference: 10 });
    this.dns.set(`mx.${domain}`, 'A', sink.host);
  }

  mailbox(address: string): Mailbox {
    return new Mailbox(this.sink, address);
  }

  async stop(): Promise<void> {
    await Promise.all([this.dns.stop(), this.sink.stop()]);
  }
}
