import { builder } from '../../api/builder.js';
import { formatRowKey, parseRowKey } from '../../platform/database/row-key.js';
import { Attempt } from './attempt.entity.js';
import type { Decision, Outcome } from './outcome.js';

const OutcomeKind = builder.enumType('OutcomeKind', {
  description: 'What one attempt led to.',
  values: {
    DELIVERED: { description: 'The receiving server took the message.' },
    DEFERRED: { description: 'Not now; there will be another attempt.' },
    BOUNCED: { description: 'Refused for good.' },
    EXPIRED: { description: 'Not now, and this was the last attempt.' },
    HELD: { description: 'Held back by Posthouse.' },
  },
});

const OutcomeStage = builder.enumType('OutcomeStage', {
  description: 'Where in the dialogue the outcome was decided.',
  values: {
    GATE: { value: 'gate', description: 'By Posthouse, before any connection.' },
    DNS: { value: 'dns', description: 'Looking for the receiving server.' },
    CONNECT: { value: 'connect', description: 'Connecting.' },
    GREETING: { value: 'greeting', description: 'Waiting for the greeting.' },
    EHLO: { value: 'ehlo', description: 'At EHLO.' },
    TLS: { value: 'tls', description: 'Starting TLS.' },
    MAIL: { value: 'mail', description: 'At MAIL FROM.' },
    RCPT: { value: 'rcpt', description: 'At RCPT TO.' },
    DATA: { value: 'data', description: 'At DATA.' },
    CONTENT: { value: 'content', description: 'After the content.' },
    LOCAL: { value: 'local', description: 'In Posthouse itself.' },
  } as const,
});

const OutcomeRef = builder.objectRef<Outcome>('Outcome').implement({
  description: 'What the other side said to one attempt.',
  authScopes: { public: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: OutcomeKind, description: 'What it led to.' }),
    code: t.exposeInt('code', {
      nullable: true,
      description: 'SMTP reply code; null when the other side said nothing.',
    }),
    enhancedCode: t.exposeString('enhancedCode', {
      nullable: true,
      description: 'Enhanced status code (RFC 3463), theirs or the one that fits.',
    }),
    reply: t.exposeString('reply', {
      description: 'Their reply, or what went wrong in our words.',
    }),
    stage: t.expose('stage', { type: OutcomeStage, description: 'Where it was decided.' }),
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      nullable: true,
      description: 'How long the other side asked us to wait.',
    }),
  }),
});

const IpAddressRef = builder.objectRef<{ address: string }>('IpAddress').implement({
  description: 'An address that mail is sent from.',
  authScopes: { public: true },
  fields: (t) => ({ address: t.exposeString('address', { description: 'IPv4 or IPv6.' }) }),
});

const SignatureRef = builder.objectRef<Decision['signatures'][number]>('DkimSignature').implement({
  description: 'A DKIM signature (RFC 6376) that was put on the message.',
  authScopes: { public: true },
  fields: (t) => ({
    domain: t.exposeString('domain', { description: 'The signing domain (d=).' }),
    selector: t.exposeString('selector', { description: 'The selector (s=).' }),
    algorithm: t.exposeString('algorithm', { description: 'The algorithm (a=).' }),
  }),
});

const ReasonRef = builder.objectRef<Decision['reasons'][number]>('DecisionReason').implement({
  description: 'One rule that took part in a decision.',
  authScopes: { public: true },
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Name of the rule.' }),
    because: t.exposeString('because', { description: 'What it saw and did.' }),
  }),
});

const DecisionRef = builder.objectRef<Decision>('Decision').implement({
  description: 'Why an attempt went from this address to that host in this way.',
  authScopes: { public: true },
  fields: (t) => ({
    ipAddress: t.field({
      type: IpAddressRef,
      nullable: true,
      description: 'The address that it was sent from; null when there was no connection.',
      resolve: ({ sourceAddress }) => (sourceAddress ? { address: sourceAddress } : null),
    }),
    helo: t.exposeString('helo', { nullable: true, description: 'The name given in EHLO.' }),
    host: t.exposeString('host', { nullable: true, description: 'The receiving host.' }),
    address: t.exposeString('address', { nullable: true, description: 'Its address.' }),
    port: t.exposeInt('port', { nullable: true, description: 'Its port.' }),
    tls: t.exposeString('tls', {
      nullable: true,
      description: 'Protocol and cipher; null for a connection in clear.',
    }),
    returnPath: t.exposeString('returnPath', {
      nullable: true,
      description: 'The envelope sender that was used.',
    }),
    signatures: t.field({
      type: [SignatureRef],
      description: 'The DKIM signatures; none when no key was seen in DNS.',
      resolve: ({ signatures }) => [...signatures],
    }),
    reasons: t.field({
      type: [ReasonRef],
      description: 'The rules that took part, in order.',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
});

builder.loadableNode(Attempt, {
  name: 'Attempt',
  description: 'One try of a delivery. Needs messages:read.',
  authScopes: { permission: 'messages:read' },
  id: { resolve: (attempt) => formatRowKey(attempt) },
  load: async (ids: string[], { caller, services }) => {
    const keys = ids.flatMap((id) => parseRowKey(id) ?? []);
    const found = await services.deliveryReads.findAttemptsByKeys(caller, keys);
    return [...found.values()];
  },
  sort: (attempt: Attempt) => formatRowKey(attempt),
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1 for the first try.' }),
    outcome: t.expose('outcome', { type: OutcomeRef, description: 'What the other side said.' }),
    decision: t.expose('decision', { type: DecisionRef, description: 'Why it was done so.' }),
    transcript: t.exposeString('transcript', {
      description: 'The SMTP dialogue, without the content of the message; cut at 8 KiB.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took.' }),
  }),
});
