const PREFIX = 'sha256:';

/** How a kept document is named from outside: `sha256:` and 64 hexadecimal digits. */
export function documentIdOf(hash: Buffer): string {
  return PREFIX + hash.toString('hex');
}

/** Null when the text names no document. */
export function parseDocumentId(text: string): Buffer | null {
  return /^sha256:[0-9a-f]{64}$/.test(text) ? Buffer.from(text.slice(PREFIX.length), 'hex') : null;
}
