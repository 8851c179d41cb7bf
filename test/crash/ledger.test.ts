/** Controls of the crash tests: the judge sees what it is there to see. */
import type { MailSink, ReceivedMail } from '../../src/demo/mail-sink/mail-sink.js';
import { bodyOf, Ledger, type Entry, type Judgement, type Verdict } from '../support/ledger.js';

describe('the ledger', () => {
  const ledger = new Ledger('judged');

  function told(...verdicts: readonly Verdict[]): Entry {
    const entry = ledger.open();
    entry.answers.push(...verdicts.map((verdict) => ({ verdict, said: verdict })));
    return entry;
  }

  function copy(entry: Entry, connection = 1, text = bodyOf(entry)): ReceivedMail {
    const raw = Buffer.from(`Subject: Judged\r\n\r\n${text}\r\n`);
    return { recipient: entry.recipient, raw, connection, at: new Date(0) } as ReceivedMail; // the rest is not judged
  }

  const delivered = told('acked');
  const retried = told('unknown', 'nacked', 'acked');
  const lost = told('acked');
  const unknownAndGone = told('unknown');
  const unknownAndThere = told('nacked', 'unknown');
  const refused = told('nacked');
  const refusedYetSent = told('nacked', 'nacked');
  const explained = told('acked');
  const doubledByTheSuccessor = told('acked');
  const doubledWithoutReason = told('acked');
  const mixedUp = told('acked');
  const received = [
    copy(delivered),
    copy(retried),
    copy(unknownAndThere),
    copy(refusedYetSent),
    copy(explained, 3),
    copy(explained, 9),
    copy(doubledByTheSuccessor, 8),
    copy(doubledByTheSuccessor, 9),
    copy(doubledWithoutReason, 3),
    copy(doubledWithoutReason, 9),
    copy(mixedUp, 1, 'This is the message to somebody else.'),
  ];
  const crash = {
    inFlight: new Set([explained.recipient, doubledByTheSuccessor.recipient]),
    leasedUntil: new Date(0),
    connections: 5,
  };

  it('tells loss, doubles and broken refusals from what may happen', () => {
    const sink = { received } as unknown as MailSink; // the judge looks at nothing else

    expect(ledger.judge(sink, [crash])).toEqual({
      acked: 7,
      nacked: 2,
      unknown: 2,
      lost: [lost.recipient],
      doubled: [explained, doubledByTheSuccessor, doubledWithoutReason].map(nameOf),
      unexplained: [doubledByTheSuccessor, doubledWithoutReason].map(nameOf),
      refusedYetSent: [refusedYetSent.recipient],
      mixedUp: [mixedUp.recipient],
    } satisfies Judgement);
    expect([unknownAndGone.verdict, refused.verdict]).toEqual(['unknown', 'nacked']);
  });
});

function nameOf({ recipient }: Entry): string {
  return recipient;
}
