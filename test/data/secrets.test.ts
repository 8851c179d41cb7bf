import { Secrets } from '../../src/platform/secrets.js';

describe('Secrets', () => {
  const secrets = new Secrets(Buffer.alloc(32, 1));
  const others = new Secrets(Buffer.alloc(32, 2));

  it('opens what it sealed, in the same context only', () => {
    const sealed = secrets.seal(Buffer.from('private key'), 'dkim:17');

    expect(secrets.open(sealed, 'dkim:17').toString()).toBe('private key');
    expect(() => secrets.open(sealed, 'dkim:18')).toThrow();
    expect(() => others.open(sealed, 'dkim:17')).toThrow();
  });

  it('notices a changed or shortened sealed value', () => {
    const sealed = secrets.seal(Buffer.from('private key'), 'dkim:17');

    for (let position = 0; position < sealed.length; position += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(sealed.readUInt8(position) ^ 1, position);
      expect(() => secrets.open(changed, 'dkim:17')).toThrow();
      expect(() => secrets.open(sealed.subarray(0, position), 'dkim:17')).toThrow();
    }
  });

  it('hashes and signs under the master key, each purpose apart', () => {
    const data = Buffer.from('x');

    expect(secrets.hash('x')).toEqual(secrets.hash('x'));
    expect(secrets.hash('x')).not.toEqual(others.hash('x'));
    expect(secrets.mac('verp', data)).not.toEqual(secrets.mac('unsubscribe', data));
    expect(secrets.mac('ab', Buffer.from('c'))).not.toEqual(secrets.mac('a', Buffer.from('bc')));
  });

  it('makes secrets of at least 160 bits', () => {
    const made = Array.from({ length: 1_000 }, () => secrets.newSecret('pht'));

    expect(new Set(made).size).toBe(1_000);
    for (const secret of made) expect(secret).toMatch(/^pht_[0-9A-Za-z]{32}$/);
  });
});
