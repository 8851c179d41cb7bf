/**
 * What a refusal (5xx) means, first match wins. A 5xx is final unless its text or enhanced code says
 * otherwise: that the mailbox may empty, the receiving side is in trouble, or our address and not
 * the recipient is the reason. Rules that bounce stand before those whose words they share.
 * Words are matched in the first 1,000 characters of the reply.
 */

/** Where in the dialogue the reply came. */
export type ReplyStage =
  'connect' | 'greeting' | 'ehlo' | 'tls' | 'mail' | 'rcpt' | 'data' | 'content';

export interface ReplyRule {
  readonly name: string;
  readonly kind: 'DEFERRED' | 'BOUNCED';
  readonly codes?: readonly number[];
  readonly enhanced?: RegExp;
  readonly text?: RegExp;
  readonly stages?: readonly ReplyStage[];
  /** Subject and detail of the enhanced code to report where the other side gave none (RFC 3463). */
  readonly detail: string;
}

export const FINAL: ReplyRule = { name: 'final-refusal', kind: 'BOUNCED', detail: '0.0' };

export const REFUSAL_RULES: readonly ReplyRule[] = [
  {
    name: 'domain-takes-no-mail',
    kind: 'BOUNCED',
    codes: [556],
    detail: '1.10',
  },
  {
    name: 'mail-loop',
    kind: 'BOUNCED',
    enhanced: /^5\.4\.6$/,
    text: /too many hops|hop count exceeded|(?:mail|routing) loop/,
    detail: '4.6',
  },
  {
    name: 'never-again',
    kind: 'BOUNCED',
    text: /permanently deferred|retrying will not succeed|do not retry/,
    detail: '7.1',
  },
  {
    name: 'unknown-recipient',
    kind: 'BOUNCED',
    enhanced: /^5\.1\.(?:1|2|3|6|10)$/,
    text: /user[ -]unknown|(?:unknown|invalid|no such|not a valid) (?:local )?(?:user|recipient|mailbox|address|account|person|alias)|(?:user|recipient|mailbox|account|address|alias)\b[^.;]{0,60}(?:not found|(?:does not|doesn[’']t|do not) exist|no longer|not known|(?:is|been|was) (?:disabled|inactive|closed|deactivated|discontinued|deleted))|doesn[’']t have an? \S+ account|no mailbox (?:here )?by that name|mailbox unavailable/,
    detail: '1.1',
  },
  {
    name: 'host-refuses',
    kind: 'DEFERRED',
    stages: ['connect', 'greeting', 'ehlo', 'tls'],
    detail: '3.2',
  },
  { name: 'temporary-by-code', kind: 'DEFERRED', enhanced: /^4\./, detail: '0.0' },
  { name: 'too-large', kind: 'BOUNCED', enhanced: /^5\.(?:3\.4|2\.3)$/, detail: '3.4' },
  {
    name: 'mailbox-full',
    kind: 'DEFERRED',
    enhanced: /^5\.2\.2$/,
    text: /over ?quota|over (?:its|their|the) (?:\w+ )?(?:quota|limit)|quota[^.;]{0,20}(?:exceed|full)|exceed\w*[^.;]{0,30}quota|(?:mailbox|inbox|maildir|storage)\b[^.;]{0,40}(?:\bfull\b|exceed)|insufficient (?:\w+ )?(?:storage|space)|out of (?:disk )?(?:storage|space)/,
    detail: '2.2',
  },
  {
    name: 'too-large',
    kind: 'BOUNCED',
    text: /(?:message|attachment|header|content|e?mail)s?\b[^.;]{0,30}(?:\bsize\b|too (?:big|large|long)|larger than)|size (?:limit|exceeds)/,
    detail: '3.4',
  },
  {
    name: 'content-refused',
    kind: 'BOUNCED',
    text: /virus|malware|phish|uribl|surbl|\bdbl\b|reputation of the sending domain|\b(?:urls?|uris?|links?|body|content|attachments?)\b[^.;]{0,60}(?:listed|blocked|blacklist|blocklist)/,
    detail: '7.1',
  },
  {
    name: 'sender-refused',
    kind: 'BOUNCED',
    text: /sender(?!['’]?s? ?(?:ip|\[))(?: (?:address|domain))?\b[^.;]{0,40}(?:block|blacklist|denied|rejected)|blocked by (?:the )?(?:recipient|user)|recipient['’]?s? (?:personal )?block/,
    detail: '7.1',
  },
  {
    name: 'rate-limited',
    kind: 'DEFERRED',
    enhanced: /^5\.(?:4\.5|5\.3|7\.28)$/,
    text: /rate[ -]?limit|unusual rate|throttl|too (?:many|much) (?:\w+ )?(?:connections|messages|mails?|e-?mails|sessions|recipients)|receiving mail (?:at a rate|too quickly)|exceed\w*[^.;]{0,40}(?:limit|quota|rate)|(?:limit|quota|rate)s? [^.;]{0,20}exceeded/,
    detail: '7.0',
  },
  {
    name: 'our-address-refused',
    kind: 'DEFERRED',
    text: /(?:block|black|deny|reject|ban)[ -]?list|\bdnsbl|\brbls?\b|spamhaus|spamcop|barracuda|sorbs|uceprotect|senderscore|abusix|banned send(?:er|ing)|(?:poor|bad|low) (?:\w+ )?reputation|\b(?:ip|host|client|connections?|network)\b[^;]{0,80}(?:blocked|\blisted|banned|reputation)/,
    detail: '7.1',
  },
  {
    name: 'asked-to-retry',
    kind: 'DEFERRED',
    text: /\b(?:try|retry|resend|send|come)\b(?: [\w']+){0,5} (?:later|back in|(?:in|after) (?:an? )?(?:\d|few|couple|some|hour))|(?<!non-?)temporar|gr[ae]y-?list|(?:currently|temporarily) (?:un|not |busy|suspended)|not (?:currently )?accepting (?:mail|messages)|at this time/,
    detail: '0.0',
  },
  {
    name: 'system-trouble',
    kind: 'DEFERRED',
    enhanced: /^5\.(?:3\.[125]|4\.3)$/,
    text: /(?:local|internal)(?: \w+){0,2} (?:error|problem)|system (?:config|error|full|problem)|server (?:is )?(?:too )?(?:busy|error)|(?:queue|disk|database|ldap|lookup|backend)[^.;]{0,30}(?:error|fail|unavailable)|service (?:is )?(?:unavailable|not available)|timed? ?out/,
    detail: '3.0',
  },
  { name: 'asks-for-login', kind: 'DEFERRED', codes: [530, 534, 535, 538], detail: '7.0' },
  { name: 'protocol-quarrel', kind: 'DEFERRED', codes: [500, 502, 503, 504], detail: '5.0' },
];
