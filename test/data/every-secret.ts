import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealContext } from '../../src/features/domains/domains.service.js';
import { Secrets } from '../../src/platform/secrets.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import type { ApiClient } from '../support/api-client.js';
import type { Canaries } from '../support/canaries.js';
import { RunningPosthouse } from '../support/running-posthouse.js';
import type { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { addDomain, createCredential, type Tenant } from '../support/tenant.js';

const EMAIL = 'admin@localhost.localdomain';

/** Makes secrets of every kind that Posthouse has, uses them through the doors, and plants each. */
export class EverySecret {
  private password = ADMIN_PASSWORD;

  constructor(
    private readonly world: RunningWorld,
    private readonly shop: Tenant,
    private readonly canaries: Canaries,
    /** What `posthouse admin` is told. */
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** `each` of those that there can be any number of. */
  async make(each: number): Promise<void> {
    this.canaries.plant('first password', ADMIN_PASSWORD);
    await this.startOver();
    for (let number = 1; number <= each; number += 1) {
      await this.changePassword(number);
      await this.signIn(number);
      await this.useToken(number);
      await this.useApiKey(number);
      await this.useSmtpPassword(number);
      await addDomain(this.world.admin, {
        mailServerId: this.shop.serverId,
        name: `domain-${number}.test`,
      });
    }
    await this.tryWrongOnes();
    await this.plantKeys();
    await this.reset('setup secret that waits');
  }

  /** The setup secret and the first password again. */
  private async startOver(): Promise<void> {
    const setupSecret = await this.reset('setup secret that was used');
    this.password = this.canaries.plant('password at the first sign-in');
    await this.signedIn('signInWithSetupSecret', { setupSecret, newPassword: this.password });
  }

  private async reset(place: string): Promise<string> {
    const { dataDir } = this.world;
    const command = ['admin', 'reset-sign-in'];
    const posthouse = RunningPosthouse.spawn({ command, dataDir, settings: this.settings });
    if ((await posthouse.ended()) !== 0) throw new Error(posthouse.text);
    return this.canaries.plant(place, this.world.posthouse.setupSecret);
  }

  private async changePassword(number: number): Promise<void> {
    const newPassword = this.canaries.plant(`password ${number}`);
    const input = { currentPassword: this.password, newPassword };
    await mutate(this.world.admin, 'changePassword', input);
    this.password = newPassword;
  }

  private async signIn(number: number): Promise<void> {
    const cookie = await this.signedIn('signIn', { email: EMAIL, password: this.password });
    this.canaries.plant(`session ${number}`, cookie);
  }

  /** Whoever has signed in is the administrator from now on; the secret of the session. */
  private async signedIn(name: string, input: object): Promise<string> {
    const { admin } = this.world;
    const headers = await mutate(admin.cookie(''), name, input);
    const [cookie = ''] = headers.get('set-cookie')?.split(';') ?? [];
    this.world.admin = admin.cookie(cookie);
    const [, secret = ''] = cookie.split('=');
    return this.canaries.plant(`session of ${name}`, secret);
  }

  private async useToken(number: number): Promise<void> {
    const idempotencyKey = this.canaries.plant(`key of a token ${number}`);
    const input = { name: `Token ${number}`, scopes: ['ORGANIZATIONS_READ'], idempotencyKey };
    const { admin } = this.world;
    const { data } = await admin.ask<{ createAccessToken: { secret?: string } }, object>(
      `mutation ($input: CreateAccessTokenInput!) {
        createAccessToken(input: $input) { ... on CreateAccessTokenSuccess { secret } }
      }`,
      { input },
    );
    const secret = data?.createAccessToken.secret ?? '';
    this.canaries.plant(`access token ${number}`, secret);
    await admin.bearer(secret).ask('{ organizations { nodes { name } } }');
  }

  private async useApiKey(number: number): Promise<void> {
    const { admin } = this.world;
    const { secret } = await createCredential(admin, this.shop.serverId, 'API');
    this.canaries.plant(`API key ${number}`, secret);
    const idempotencyKey = this.canaries.plant(`key of a message ${number}`);
    const message = { from: 'app@shop.test', to: ['ann@example.test'], text: 'Hello.' };
    await mutate(admin.bearer(secret), 'sendMessage', { ...message, idempotencyKey });
  }

  private async useSmtpPassword(number: number): Promise<void> {
    const { admin } = this.world;
    const { username, secret } = await createCredential(admin, this.shop.serverId, 'SMTP');
    this.canaries.plant(`SMTP password ${number}`, secret);
    const peer = await this.peer();
    if (number % 2 === 0) await peer.logsIn(username ?? '', secret);
    else {
      await peer.asks('AUTH LOGIN', 334);
      await peer.asks(Buffer.from(username ?? '').toString('base64'), 334);
      await peer.asks(Buffer.from(secret).toString('base64'), 235);
    }
    peer.close();
  }

  private async tryWrongOnes(): Promise<void> {
    const { admin } = this.world;
    const input = { email: EMAIL, password: this.canaries.plant('wrong password') };
    await admin.ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input,
    });
    await admin.bearer(this.canaries.plant('wrong token')).ask('{ __typename }');
    await admin
      .cookie(`posthouse_session=${this.canaries.plant('wrong cookie')}`)
      .ask('{ viewer { permissions } }');
    const peer = await this.peer();
    const token = `\0nobody\0${this.canaries.plant('wrong SMTP password')}`;
    await peer.asks(`AUTH PLAIN ${Buffer.from(token).toString('base64')}`, 535);
    peer.close();
  }

  private async peer(): Promise<SmtpPeer> {
    const peer = await SmtpPeer.connect(this.world.address('SUBMISSION_LISTEN'));
    await peer.greets();
    return peer;
  }

  /** What nobody is ever told: the master key, and with it the signing keys out of their seals. */
  private async plantKeys(): Promise<void> {
    const { dataDir } = this.world;
    const masterKey = Buffer.from(readFileSync(join(dataDir, 'master.key'), 'utf8'), 'base64');
    this.canaries.plantBytes('master key', masterKey);
    const rows = await this.world.query<{ id: bigint; domain_id: bigint; sealed: Buffer }[]>(
      'SELECT id, domain_id, private_key_encrypted AS sealed FROM dkim_keys',
    );
    const secrets = new Secrets(masterKey);
    for (const { id, domain_id, sealed } of rows) {
      const key = secrets.open(sealed, sealContext(domain_id));
      const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
      this.plantPrivate(`DKIM key ${id}`, privateKey);
    }
    this.plantPrivate('TLS key', createPrivateKey(readFileSync(join(dataDir, 'tls/smtp.pem'))));
  }

  /** Its public half is no secret, and is in the same file. */
  private plantPrivate(place: string, key: KeyObject): void {
    const { d = '', p = '' } = key.export({ format: 'jwk' });
    for (const part of [d, p].filter((each) => each !== '')) {
      this.canaries.plantBytes(place, Buffer.from(part, 'base64url'));
    }
  }
}

async function mutate(api: ApiClient, name: string, input: object): Promise<Headers> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const document = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`;
  const { data, errors, headers } = await api.ask<Record<string, { __typename: string }>, object>(
    document,
    { input },
  );
  if (data?.[name]?.__typename !== `${type}Success`) {
    throw new Error(`${name}: ${JSON.stringify(data ?? errors)}`);
  }
  return headers;
}
