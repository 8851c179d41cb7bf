import { LoopbackDns } from './loopback-dns.js';
import { MailSink } from './mail-sink/mail-sink.js';

const HOST = '127.77.0.1';

/** The outside world of the demo: name servers and receiving mail servers, all on loopback. */
export interface DemoReceivers {
  readonly dns: LoopbackDns;
  readonly sink: MailSink;
  stop(): Promise<void>;
}

/** Addresses of the demo's world and what happens to mail for them. */
export const DEMO_MAILBOXES = {
  ann: 'ann@inbox.example',
  busy: 'busy@inbox.example',
  unknown: 'nobody@inbox.example',
  lost: 'someone@no-such-domain.example',
} as const;

/** Takes mail for inbox.example; `busy@` is refused for now, `nobody@` for good. */
export async function startReceivers(tls: { key: string; cert: string }): Promise<DemoReceivers> {
  const dns = await LoopbackDns.start();
  const sink = await MailSink.start({ host: HOST, hostname: 'mx.inbox.example', tls, keep: false });
  dns
    .zone('inbox.example')
    .set('inbox.example', 'MX', { exchange: 'mx.inbox.example', preference: 10 });
  dns.set('mx.inbox.example', 'A', HOST);
  sink.scripts.forever(DEMO_MAILBOXES.busy, {
    at: 'rcpt',
    reply: '450 4.2.1 The mailbox is busy, please try again later',
  });
  sink.scripts.forever(DEMO_MAILBOXES.unknown, {
    at: 'rcpt',
    reply: '550 5.1.1 No such user here',
  });
  return {
    dns,
    sink,
    stop: async () => {
      await Promise.all([dns.stop(), sink.stop()]);
    },
  };
}

/** Settings that let Posthouse's own roles find this world: nothing else differs from production. */
export function settingsFor({ dns, sink }: DemoReceivers): Record<string, string> {
  return {
    POSTHOUSE_DNS_SERVERS: dns.address,
    POSTHOUSE_MX_PORT: String(sink.port),
    POSTHOUSE_EGRESS_ALLOW: `${HOST}/32:${sink.port},${dns.host}/32:${dns.port}`,
    POSTHOUSE_RETRY_FIRST: '20s',
    POSTHOUSE_RETRY_ATTEMPTS: '4',
  };
}
