import { createHash, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { relaxBody, relaxField } from './dkim-canonical.js';
import { scanHeader, type Header, type HeaderField } from './header.js';

/**
 * DKIM signatures (RFC 6376, RFC 8463): relaxed/relaxed, one per key, valid for seven days, never
 * with `l=`. Fields that steer trust are signed once more than they occur, so that a copy put on
 * top later breaks the signature.
 */

export type DkimAlgorithm = 'RSA_SHA256' | 'ED25519_SHA256';

export interface DkimSigner {
  /** In ASCII. */
  readonly domain: string;
  readonly keys: readonly {
    readonly algorithm: DkimAlgorithm;
    readonly selector: string;
    readonly privateKey: KeyObject;
  }[];
  readonly now: Date;
}

/** The DKIM-Signature fields to put on top of a canonical message, each with its CRLF. */
export async function signMessage(raw: Buffer, signer: DkimSigner): Promise<Buffer> {
  if (signer.keys.length === 0) return Buffer.alloc(0);
  const header = scanHeader(raw);
  const bodyHash = sha256(relaxBody(raw.subarray(header.end))).toString('base64');
  const { names, fields } = selectFields(header);
  const signed = fields
    .map((field) => relaxField(raw.toString('latin1', field.start, field.end)))
    .join('');
  const signatures = await Promise.all(
    signer.keys.map(async (key) => {
      const unsigned = signatureField({ signer, key, names, bodyHash });
      const data = Buffer.from(signed + relaxField(unsigned).slice(0, -CRLF.length), 'latin1');
      return unsigned + foldBase64(await signWith(key, data)) + CRLF;
    }),
  );
  return Buffer.from(signatures.join(''), 'latin1');
}

type Key = DkimSigner['keys'][number];

const CRLF = '\r\n';
const FOLD = '\r\n\t';
const LIFETIME_SECONDS = 7 * 24 * 60 * 60;

/** Signed once more than they occur, even where they do not. */
const SEALED = [
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'To',
  'Cc',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
];
/** Sealed only where they occur: a mailing list that adds its own must not break the signature. */
const SEALED_WHERE_PRESENT = [
  'Sender',
  'List-Id',
  'List-Help',
  'List-Owner',
  'List-Post',
  'List-Archive',
  'List-Subscribe',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Feedback-ID',
  'Auto-Submitted',
];

const signAsync = promisify<string | null, Buffer, KeyObject, Buffer>(sign);

/** Repeated fields are taken bottom up (RFC 6376 §5.4.2); the surplus name stands for a field that is not there. */
function selectFields(header: Header): { names: string[]; fields: HeaderField[] } {
  const names: string[] = [];
  const fields: HeaderField[] = [];
  for (const name of [...SEALED, ...SEALED_WHERE_PRESENT.filter((name) => header.first(name))]) {
    const present = header.all(name).toReversed();
    fields.push(...present);
    names.push(name, ...present.map(() => name));
  }
  return { names, fields };
}

function signatureField(input: {
  readonly signer: DkimSigner;
  readonly key: Key;
  readonly names: readonly string[];
  readonly bodyHash: string;
}): string {
  const { signer, key, names, bodyHash } = input;
  const signedAt = Math.floor(signer.now.getTime() / 1000);
  const tags = [
    `v=1; a=${key.algorithm === 'RSA_SHA256' ? 'rsa-sha256' : 'ed25519-sha256'}; c=relaxed/relaxed;`,
    `d=${signer.domain};`,
    `s=${key.selector}; t=${signedAt}; x=${signedAt + LIFETIME_SECONDS};`,
    `h=${foldNames(names)};`,
    `bh=${bodyHash};`,
    'b=',
  ];
  return `DKIM-Signature: ${tags.join(FOLD)}`;
}

function foldNames(names: readonly string[]): string {
  let text = '';
  let column = 0;
  for (const name of names) {
    const isFolded = column + name.length > 68;
    text += `${text === '' ? '' : ':'}${isFolded ? FOLD : ''}${name}`;
    column = (isFolded ? 0 : column) + name.length + 1;
  }
  return text;
}

function foldBase64(signature: Buffer): string {
  return signature.toString('base64').replace(/.{68}(?=.)/g, `$&${FOLD}`);
}

/**
 * RSA is signed off the main thread. Ed25519 signs the SHA-256 hash of the data as its message (RFC 8463 §3),
 * in less time than it takes to hand it to another thread.
 */
async function signWith(key: Key, data: Buffer): Promise<Buffer> {
  return key.algorithm === 'RSA_SHA256'
    ? signAsync('sha256', data, key.privateKey)
    : sign(null, sha256(data), key.privateKey);
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
