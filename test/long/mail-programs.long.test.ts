/**
 * Mail programs and mail servers as people run them, each over each listener with AUTH: the mail arrives as it was
 * written. That a wrong password is told to each of them is the control: what always says yes would not see it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLIENTS, type Client, type Submission } from '../interop/clients.js';
import { arrives, isRead, mail } from '../interop/mail.js';
import { exim } from '../interop/programs/exim.js';
import { opensmtpd } from '../interop/programs/opensmtpd.js';
import { postfix } from '../interop/programs/postfix.js';
import { esmtpTrusting, msmtp, nullmailer, snail } from '../interop/programs/small.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { signedCertificate, type SignedCertificate } from '../tls/signed-certificate.js';

const PROGRAMS: Readonly<Record<string, Client>> = {
  ...CLIENTS,
  ...{ msmtp, snail, nullmailer, postfix, exim, opensmtpd },
  esmtp: (submission) => esmtpTrusting(certificate.authority)(submission),
};
const LISTENERS = [
  { listener: 'SMTP_LISTEN', security: 'starttls' },
  { listener: 'SUBMISSION_LISTEN', security: 'starttls' },
  { listener: 'SUBMISSIONS_LISTEN', security: 'implicit' },
] as const;
/** libesmtp has no TLS from the first byte on. */
const UNABLE = ['esmtp over SUBMISSIONS_LISTEN'];

/** esmtp tells of what came next: that a login is needed. */
const REFUSED_LOGIN = /\b53[05] /;

const WAYS = Object.keys(PROGRAMS)
  .flatMap((program) => LISTENERS.map((way) => ({ program, ...way })))
  .filter(({ program, listener }) => !UNABLE.includes(`${program} over ${listener}`));

let folder: string;
let certificate: SignedCertificate;
let world: World;
let shop: Tenant;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'posthouse-programs-'));
  certificate = await signedCertificate('ecdsa', 'localhost');
  const file = join(folder, 'localhost.pem');
  writeFileSync(file, certificate.pem);
  world = await startWorld({ settings: { TLS_CERT_FILE: file, TLS_KEY_FILE: file } });
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true });
});

describe('C-15 mail programs', () => {
  it.each(WAYS)('$program submits over $listener', async ({ program, listener, security }) => {
    const login = { ...(await shop.smtpLogin()), mechanism: 'PLAIN' as const };
    const to = `${program}-${listener}@example.test`.toLowerCase();
    const submission: Submission = { ...world.address(listener), security, login, ...mail({ to }) };

    expect(await PROGRAMS[program]!(submission)).toBeNull();

    if (program === 'snail') await isRead(world, submission);
    else await arrives(world, submission);
    expect(world.mailbox(to).mails[0]?.raw.toString()).toContain('with ESMTPSA');
  });

  it.each(Object.keys(PROGRAMS))('%s is told of a wrong password (control)', async (program) => {
    const { username } = await shop.smtpLogin();
    const login = { username, password: 'wrong', mechanism: 'PLAIN' as const };
    const address = world.address('SUBMISSION_LISTEN');
    const to = 'nobody@example.test';
    const submission = { ...address, security: 'starttls' as const, login, ...mail({ to }) };

    expect(await PROGRAMS[program]!(submission)).toMatch(REFUSED_LOGIN);
    expect(world.mailbox(to).mails).toEqual([]);
  });
});
