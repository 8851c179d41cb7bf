let counter = 0;

/** An address of 127.0.0.0/8 that no other sink of this or another test process uses. */
export function nextLoopbackAddress(): string {
  counter += 1;
  const own = (process.pid * 64 + counter) % (253 * 253 * 100);
  return `127.${1 + Math.floor(own / (253 * 253)) + 100}.${1 + (Math.floor(own / 253) % 253)}.${1 + (own % 253)}`;
}
