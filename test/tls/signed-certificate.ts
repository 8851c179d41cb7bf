import 'reflect-metadata'; // the certificate library stands on it
import {
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const DAY_MS = 86_400_000;
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2_048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

export interface SignedCertificate {
  /** Certificate and key. */
  readonly pem: string;
  /** The certificate of the authority that has signed it. */
  readonly authority: string;
}

/** A certificate as a public authority would give it, by an authority of our own. */
export async function signedCertificate(
  kind: 'rsa' | 'ecdsa',
  name: string,
): Promise<SignedCertificate> {
  const authorityKeys = await keysOf('ecdsa');
  const keys = await keysOf(kind);
  const common = {
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + 89 * DAY_MS),
    signingAlgorithm: ECDSA,
  };
  const authority = await X509CertificateGenerator.createSelfSigned(
    {
      ...common,
      name: 'CN=Authority of the tests',
      keys: authorityKeys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    },
    crypto,
  );
  const certificate = await X509CertificateGenerator.create(
    {
      ...common,
      subject: `CN=${name}`,
      issuer: authority.subject,
      publicKey: keys.publicKey,
      signingKey: authorityKeys.privateKey,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(
          KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment,
          true,
        ),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
        new CRLDistributionPointsExtension([`http://${name}/authority.crl`]),
      ],
    },
    crypto,
  );
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const body = key.toString('base64').replace(/.{1,64}/g, '$&\n');
  return {
    pem: `${certificate.toString('pem')}\n-----BEGIN PRIVATE KEY-----\n${body}-----END PRIVATE KEY-----\n`,
    authority: `${authority.toString('pem')}\n`,
  };
}

function keysOf(kind: 'rsa' | 'ecdsa'): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(kind === 'rsa' ? RSA : ECDSA, true, ['sign', 'verify']);
}
