/** One complete reply of a receiving server (RFC 5321 §4.2), free of control characters. */
export interface Reply {
  readonly code: number;
  /** RFC 3463, from the last line that has one of the same class. */
  readonly enhancedCode: string | null;
  /** The lines without their codes, joined by a line feed. */
  readonly text: string;
  /** As it came. */
  readonly lines: readonly string[];
}

const LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/;
const ENHANCED = /^([245])\.\d{1,3}\.\d{1,3}(?= |$)/;
const CONTROL = /[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/g;

export interface ReplyLine {
  readonly code: number;
  readonly isLast: boolean;
  readonly text: string;
}

/** Null when the line is not one of an SMTP reply. */
export function parseLine(line: string): ReplyLine | null {
  const match = LINE.exec(line.replace(CONTROL, ' ').trimEnd());
  if (!match) return null;
  return { code: Number(match[1]), isLast: match[2] !== '-', text: match[3] ?? '' };
}

export function replyOf(lines: readonly ReplyLine[]): Reply {
  const code = lines[0]?.code ?? 0;
  let enhancedCode: string | null = null;
  const texts = lines.map(({ text }) => {
    const found = ENHANCED.exec(text);
    if (!found || found[1] !== String(code)[0]) return text;
    enhancedCode = found[0];
    return text.slice(found[0].length + 1);
  });
  const raw = lines.map(({ text, isLast }) => `${code}${isLast ? ' ' : '-'}${text}`);
  return { code, enhancedCode, text: texts.join('\n'), lines: raw };
}

export function isPositive({ code }: Reply): boolean {
  return code >= 200 && code < 300;
}

export function isRefusal({ code }: Reply): boolean {
  return code >= 400;
}
