import { constants, createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

export interface CertificatePair {
  readonly cert: string;
  readonly key: string;
}

/** A TLS context after Mozilla's intermediate recommendation; throws when key and certificate do not fit. */
export function contextFor({ cert, key }: CertificatePair): SecureContext {
  requireParsable({ cert, key });
  return createSecureContext({
    cert,
    key,
    minVersion: 'TLSv1.2',
    ciphers: CIPHERS,
    ecdhCurve: 'X25519MLKEM768:X25519:prime256v1:secp384r1',
    secureOptions: OPTIONS,
  });
}

/** The order of the suites is ours, except that a client without AES in hardware gets the ChaCha20 that it asks for. */
const OPTIONS =
  constants.SSL_OP_NO_RENEGOTIATION |
  constants.SSL_OP_NO_COMPRESSION |
  constants.SSL_OP_CIPHER_SERVER_PREFERENCE |
  constants.SSL_OP_PRIORITIZE_CHACHA;

/** An empty file would make a context without certificate, and every handshake would fail. */
function requireParsable({ cert, key }: CertificatePair): void {
  new X509Certificate(cert);
  createPrivateKey(key);
}

/** The names of TLS 1.3 suites come first, as OpenSSL wants them in one list with those of TLS 1.2. */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');
