import { trimSpaces } from './white-space.js';

/** The header section of a message (RFC 5322 §2.2), found without parsing MIME. */

export interface HeaderField {
  readonly name: string;
  readonly lowerName: string;
  /** Offset of the first octet in the message, and of the octet after the line end. */
  readonly start: number;
  readonly end: number;
  /** Unfolded, trimmed, read as UTF-8; encoded words stay encoded. */
  readonly value: string;
}

/** A line that is no header field: readers disagree on what it is, so doors refuse it. */
export interface HeaderProblem {
  readonly kind: 'no-colon' | 'bad-name' | 'leading-fold';
  /** Counted from 1. */
  readonly line: number;
}

export class Header {
  private readonly byName = new Map<string, HeaderField[]>();

  constructor(
    readonly fields: readonly HeaderField[],
    /** Where the body begins: after the blank line, or at the end of the message if there is none. */
    readonly end: number,
    readonly problems: readonly HeaderProblem[],
  ) {
    for (const field of fields) {
      const same = this.byName.get(field.lowerName);
      if (same) same.push(field);
      else this.byName.set(field.lowerName, [field]);
    }
  }

  /** Every field of this name, top down. */
  all(name: string): readonly HeaderField[] {
    return this.byName.get(name.toLowerCase()) ?? [];
  }

  first(name: string): HeaderField | null {
    return this.all(name)[0] ?? null;
  }
}

/** Finds every field in one pass over the header section; the body is never touched. */
export function scanHeader(raw: Buffer): Header {
  const scan: Scan = { raw, fields: [], problems: [], open: null };
  let offset = 0;
  for (let line = 1; offset < raw.length; line++) {
    const next = endOfLine(raw, offset);
    if (isBlank(raw, offset, next)) {
      closeField(scan, offset);
      return new Header(scan.fields, next, scan.problems);
    }
    readLine(scan, offset, line);
    offset = next;
  }
  closeField(scan, raw.length);
  return new Header(scan.fields, raw.length, scan.problems);
}

const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;
const MAX_PROBLEMS = 10;

interface Scan {
  readonly raw: Buffer;
  readonly fields: HeaderField[];
  readonly problems: HeaderProblem[];
  open: { readonly start: number; readonly colon: number } | null;
}

function readLine(scan: Scan, start: number, line: number): void {
  if (isSpace(scan.raw[start])) {
    if (start === 0) report(scan, 'leading-fold', line);
    return;
  }
  closeField(scan, start);
  const colon = nameEnd(scan.raw, start);
  if (scan.raw[colon] !== COLON)
    return report(scan, hasColon(scan.raw, colon) ? 'bad-name' : 'no-colon', line);
  if (colon === start) return report(scan, 'bad-name', line);
  scan.open = { start, colon };
}

function closeField(scan: Scan, end: number): void {
  if (scan.open === null) return;
  scan.fields.push(new LazyField(scan.raw, scan.open.start, scan.open.colon, end));
  scan.open = null;
}

/** Most fields are never read, so names and values become strings only when asked for. */
class LazyField implements HeaderField {
  readonly name: string;
  readonly lowerName: string;
  private text: string | undefined;

  constructor(
    private readonly raw: Buffer,
    readonly start: number,
    private readonly colon: number,
    readonly end: number,
  ) {
    this.name = raw.toString('latin1', start, colon);
    this.lowerName = this.name.toLowerCase();
  }

  get value(): string {
    this.text ??= trimSpaces(
      this.raw.toString('utf8', this.colon + 1, this.end).replace(/\r?\n/g, ''),
    );
    return this.text;
  }
}

function report(scan: Scan, kind: HeaderProblem['kind'], line: number): void {
  if (scan.problems.length < MAX_PROBLEMS) scan.problems.push({ kind, line });
}

/** Field names are printable ASCII without colon (§2.2). */
function nameEnd(raw: Buffer, start: number): number {
  let offset = start;
  for (;;) {
    const octet = raw[offset];
    if (octet === undefined || octet === COLON || octet < 0x21 || octet > 0x7e) return offset;
    offset++;
  }
}

function hasColon(raw: Buffer, from: number): boolean {
  return raw.subarray(from, endOfLine(raw, from)).includes(COLON);
}

function endOfLine(raw: Buffer, from: number): number {
  const lf = raw.indexOf(LF, from);
  return lf === -1 ? raw.length : lf + 1;
}

function isBlank(raw: Buffer, start: number, end: number): boolean {
  return raw[start] === LF || (raw[start] === CR && end - start === 2);
}

function isSpace(octet: number | undefined): boolean {
  return octet === 0x20 || octet === 0x09;
}
