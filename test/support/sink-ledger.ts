import { Resolver } from 'node:dns/promises';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import type { ReceivedMail } from '../../src/demo/mail-sink/mail-sink.js';
import { copyOf, type Copy } from './copies.js';
import { Journal, readJournal } from './journal.js';

/**
 * The receiver's side of the truth, on disk before the receiver answers 250: give `record` to a
 * MailSink. With a DNS server it verifies signatures, of every mail unless told otherwise, and notes the
 * verdict.
 */
export class SinkLedger {
  readonly copies: Copy[] = [];

  private constructor(
    private readonly journal: Journal,
    private readonly resolver: Resolver | null,
    private readonly verifyOneIn: number,
  ) {}

  static async open(
    path: string,
    dns?: { readonly address: string },
    verifyOneIn = 1,
  ): Promise<SinkLedger> {
    const resolver = dns ? new Resolver() : null;
    if (dns) resolver?.setServers([dns.address]);
    return new SinkLedger(await Journal.open(path), resolver, verifyOneIn);
  }

  /** What an earlier process wrote. */
  static read(path: string): Copy[] {
    return readJournal<Copy>(path);
  }

  readonly record = async (mail: ReceivedMail): Promise<void> => {
    const copy = copyOf(mail, await this.verify(mail.raw));
    this.copies.push(copy);
    await this.journal.write(copy);
  };

  close(): Promise<void> {
    return this.journal.close();
  }

  private async verify(raw: Buffer): Promise<string | null> {
    const { resolver } = this;
    if (!resolver || this.copies.length % this.verifyOneIn !== 0) return null;
    const { results } = await dkimVerify(raw, { resolver: (name) => resolver.resolveTxt(name) });
    if (results.length === 0) return 'none';
    return results.find(({ status }) => status.result !== 'pass')?.status.result ?? 'pass';
  }
}
