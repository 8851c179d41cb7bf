/** What somebody might write into a log to forge a line, steer a terminal or confuse a reader. */
export const INJECTIONS = [
  '\r\n{"level":"info","text":"forged"}',
  '\n{"level":"info","text":"forged"}',
  '\r{"level":"info","text":"forged"}',
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u001b[2J\u001b[H',
  '\u009b31m',
  '\u0085next',
  '\u2028line\u2029paragraph',
  '\u0008\u0008\u0008\u007f',
  '"}\n{"',
  '\u0000nul',
];

const FORGED = '{"level":"info","text":"forged"}';

/** Each control character in each of these surroundings. */
const SURROUNDINGS: readonly ((control: string) => string)[] = [
  (control) => `${control}${FORGED}`,
  (control) => `a${control}b`,
  (control) => control,
  (control) => `${control}${control}`,
  (control) => `"}${control}{"`,
  (control) => `${control}[31m`,
  (control) => `\\${control}`,
  (control) => `%${control}`,
  (control) => `${control}\n${FORGED}`,
  (control) => `\r${control}${FORGED}`,
  (control) => `'${control}`,
  (control) => `<${control}>`,
  (control) => `${control}: x`,
  (control) => `x@${control}.test`,
  (control) => `\u001b]0;${control}\u0007`,
];

const CONTROL_CHARACTERS = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)),
  ...Array.from({ length: 33 }, (_, index) => String.fromCharCode(0x7f + index)),
  '\u2028',
  '\u2029',
];

/** So many of them, spread over all. */
export function logInjections(count: number): string[] {
  const all = SURROUNDINGS.flatMap((around) => CONTROL_CHARACTERS.map(around));
  const step = Math.max(1, Math.floor(all.length / (count - INJECTIONS.length)));
  return [...INJECTIONS, ...all.filter((_, index) => index % step === 0)].slice(0, count);
}
