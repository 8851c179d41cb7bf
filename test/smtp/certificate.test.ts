/**
 * I-03: a certificate that changes is used for new connections, while no handshake fails and no session
 * ends; one that is bad is not used. That a start without a usable one is refused stands in
 * ../start/refused-starts.test.ts.
 *
 * Control: where the new context has no certificate, failed handshakes are seen.
 */
import { X509Certificate } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createSecureContext } from 'node:tls';
import { PosthouseServer } from '../../src/smtp/posthouse-server.js';
import { ensureSelfSigned } from '../../src/smtp/self-signed.js';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { SmtpHouse } from './smtp-house.js';

describe('the certificate made at first start', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'posthouse-tls-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is one for all processes that start together, and private', async () => {
    const file = join(folder, 'tls', 'smtp.pem');
    const made = await Promise.all(
      Array.from({ length: 8 }, () => ensureSelfSigned(file, 'mail.shop.test')),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const certificate = new X509Certificate(readFileSync(file));
    expect(certificate.checkHost('mail.shop.test')).toBe('mail.shop.test');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it('stays while it is good, and is made anew for another name', async () => {
    const file = join(folder, 'again.pem');
    await ensureSelfSigned(file, 'a.test');
    const first = readFileSync(file, 'utf8');
    expect(await ensureSelfSigned(file, 'a.test')).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(first);
    expect(await ensureSelfSigned(file, 'b.test')).toBe(true);
    expect(new X509Certificate(readFileSync(file)).checkHost('b.test')).toBe('b.test');
  });
});

const RELOADS = figure({ t0: 50, long: 1_000 });

describe('I-03 a certificate that changes', () => {
  let folder: string;
  let file: string;
  let house: SmtpHouse;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'posthouse-tls-'));
    file = await certificateFor('first.test');
    const inUse = join(folder, 'in-use.pem');
    copyFileSync(file, inUse);
    file = inUse;
    house = await SmtpHouse.start({ TLS_CERT_FILE: file, TLS_KEY_FILE: file });
  });
  afterAll(async () => {
    await house.stop();
    rmSync(folder, { recursive: true });
  });

  it('is used for new connections, and open ones go on', async () => {
    const open = await house.greeted('SUBMISSIONS_LISTEN');
    expect(await presentedName()).toBe('first.test');
    copyFileSync(await certificateFor('second.test'), file);
    await eventually(presentedName, (name) => name === 'second.test');
    await open.asks(`AUTH PLAIN ${house.plain}`, 235);
    const upgraded = await house.greeted('SUBMISSION_LISTEN');
    await upgraded.startsTls();
    await upgraded.asks('EHLO peer.test', 250);
    for (const peer of [open, upgraded]) peer.close();
  });

  it.each(['', 'nonsense', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'is not used when it is bad: %j',
    async (content) => {
      const before = await presentedName();
      writeFileSync(file, content);
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(await presentedName()).toBe(before);
      copyFileSync(await certificateFor('third.test'), file);
      await eventually(presentedName, (name) => name === 'third.test');
    },
  );

  it('never fails a handshake meanwhile, nor ends a session', async () => {
    const names = await Promise.all(['even.test', 'odd.test'].map(certificateFor));
    const open = await house.greeted('SUBMISSIONS_LISTEN');
    const shaking = shakeHands();
    for (let round = 0; round < RELOADS; round++) {
      copyFileSync(names[round % 2] ?? '', file);
      await eventually(presentedName, (name) => name === (round % 2 ? 'odd.test' : 'even.test'));
      await open.asks('NOOP', 250);
    }
    expect(await shaking.stop()).toEqual([]);
    open.close();
  });

  it('control: a failed handshake is seen where a context without certificate is used', async () => {
    const use = jest.spyOn(PosthouseServer.prototype, 'useContext');
    use.mockImplementation(function (this: PosthouseServer) {
      this.secureContext.set('*', createSecureContext());
    });
    const shaking = shakeHands();
    copyFileSync(await certificateFor('first.test'), file);
    await eventually(
      () => shaking.failures.length,
      (count) => count > 0,
    );
    expect(await shaking.stop()).not.toEqual([]);
    use.mockRestore();
    copyFileSync(await certificateFor('second.test'), file);
    await eventually(
      () => presentedName().catch(() => null),
      (name) => name === 'second.test',
    );
  });

  /** One handshake after the other, until it is told to stop; gives what failed. */
  function shakeHands() {
    const failures: string[] = [];
    let isOver = false;
    const done = (async () => {
      while (!isOver) await presentedName().catch((error: unknown) => failures.push(String(error)));
    })();
    const stop = async () => {
      isOver = true;
      await done;
      return failures;
    };
    return { failures, stop };
  }

  async function certificateFor(name: string): Promise<string> {
    const made = join(folder, `${name}.pem`);
    await ensureSelfSigned(made, name);
    return made;
  }

  function presentedName(): Promise<string> {
    return new Promise((resolve, reject) => {
      const where = house.world.address('SUBMISSIONS_LISTEN');
      const socket = connect({ ...where, rejectUnauthorized: false }, () => {
        resolve(String(socket.getPeerCertificate().subject.CN));
        socket.destroy();
      });
      socket.once('error', reject);
    });
  }
});
