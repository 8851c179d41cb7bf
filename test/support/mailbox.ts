import { simpleParser, type ParsedMail } from 'mailparser';
import type { MailSink, ReceivedMail } from '../../src/demo/mail-sink/mail-sink.js';

export interface Received extends ReceivedMail {
  readonly parsed: ParsedMail;
}

/** What the sink has for one recipient. */
export class Mailbox {
  constructor(
    private readonly sink: MailSink,
    private readonly address: string,
  ) {}

  get mails(): readonly ReceivedMail[] {
    return this.sink.mailsTo(this.address);
  }

  /** Waits for the n-th mail, the first unless said otherwise. */
  async receives(count = 1): Promise<Received> {
    await this.sink.until(
      () => this.mails.length >= count,
      60_000,
      `mail ${count} to ${this.address}`,
    );
    const mail = this.mails[count - 1]!;
    return { ...mail, parsed: await simpleParser(mail.raw, { skipTextToHtml: true }) };
  }
}
