import { X509Certificate } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSelfSigned } from '../../src/smtp/self-signed.js';
import { eventually } from '../support/eventually.js';
import { shakeHands } from '../support/handshake.js';
import type { RunningPosthouse } from '../support/running-posthouse.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { House } from './house.js';

const SMTP_ONLY = { POSTHOUSE_API_PROCESSES: '0', POSTHOUSE_WORKER_PROCESSES: '0' };

function splitAddress(listen: string): { host: string; port: number } {
  const { hostname, port } = new URL(`tcp://${listen}`);
  return { host: hostname, port: Number(port) };
}

/** The certificate of a new connection: at once, or after STARTTLS. */
async function seenAt(listen: string, begins: 'implicit' | 'starttls'): Promise<X509Certificate> {
  const secure = await shakeHands({ ...splitAddress(listen), begins });
  const certificate = new X509Certificate(secure.getPeerCertificate().raw);
  secure.destroy();
  return certificate;
}

describe('the self-signed certificate', () => {
  let house: House;
  beforeAll(async () => (house = await House.build()));
  afterAll(() => house.tearDown());

  async function seenByClients(): Promise<string> {
    const posthouse = await house.start({
      settings: { ...SMTP_ONLY, POSTHOUSE_SMTP_HOSTNAME: 'mail.shop.test' },
    });
    const certificate = await seenAt(posthouse.addresses.submissions, 'implicit');
    expect(certificate.checkHost('mail.shop.test')).toBe('mail.shop.test');
    expect(await posthouse.stop()).toBe(0);
    return certificate.fingerprint256;
  }

  it('is made at the first start, only for its owner to read, and used from then on', async () => {
    const first = await seenByClients();
    const file = join(house.dataDir, 'tls', 'smtp.pem');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(new X509Certificate(readFileSync(file)).fingerprint256).toBe(first);

    expect(await seenByClients()).toBe(first);
  });
});

describe('certificate files that change while Posthouse runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-certificates-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const pemOf = (name: string) => join(folder, `${name}.pem`);
  let house: House;
  let posthouse: RunningPosthouse;

  beforeAll(async () => {
    house = await House.build();
    for (const name of ['one.test', 'two.test', 'three.test']) {
      await ensureSelfSigned(pemOf(name), name);
    }
    copyFileSync(pemOf('one.test'), cert);
    copyFileSync(pemOf('one.test'), key);
    const files = { POSTHOUSE_TLS_CERT_FILE: cert, POSTHOUSE_TLS_KEY_FILE: key };
    posthouse = await house.start({ settings: { ...SMTP_ONLY, ...files } });
  });
  afterAll(async () => {
    await house.tearDown();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The host name in the certificate of new connections, on both kinds of listener. */
  async function newConnectionsSee(): Promise<string | undefined> {
    const { submission, submissions, smtp } = posthouse.addresses;
    const seen = await Promise.all([
      seenAt(submissions, 'implicit'),
      seenAt(submission, 'starttls'),
      seenAt(smtp, 'starttls'),
    ]);
    const names = new Set(seen.map(({ subject }) => subject.replace('CN=', '')));
    return names.size === 1 ? [...names][0] : undefined;
  }

  const reports = (text: string) => posthouse.lines.filter((line) => line.includes(text)).length;

  it('are seen by new connections, while open sessions go on', async () => {
    expect(await newConnectionsSee()).toBe('one.test');
    const open = await SmtpPeer.connect({
      ...splitAddress(posthouse.addresses.submissions),
      isTls: true,
    });
    await open.greets();

    copyFileSync(pemOf('two.test'), cert); // its key comes a little later, as with most renewals
    copyFileSync(pemOf('two.test'), key);
    await eventually(newConnectionsSee, (name) => name === 'two.test');
    await open.asks('NOOP', 250);
    await open.asks('QUIT', 221);
  });

  it('are not used when they are broken, which is reported', async () => {
    const bad = 'bad new TLS certificate, the old one stays';
    for (const spoil of [
      () => writeFileSync(cert, 'half a certif'),
      () => copyFileSync(pemOf('three.test'), cert),
      () => rmSync(cert),
    ]) {
      const known = reports(bad);
      spoil();
      await eventually(
        () => reports(bad),
        (count) => count > known,
      );
      expect(await newConnectionsSee()).toBe('two.test');
    }
  });

  it('are used again once they are good', async () => {
    copyFileSync(pemOf('three.test'), key);
    copyFileSync(pemOf('three.test'), `${cert}.new`);
    renameSync(`${cert}.new`, cert);
    await eventually(newConnectionsSee, (name) => name === 'three.test');
    expect(posthouse.text).not.toContain('PRIVATE KEY');
  });
});
