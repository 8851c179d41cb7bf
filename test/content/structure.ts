const LONGEST_LINE = 998;
/** Fields that Posthouse writes, and those that an application may ask for, each once. */
const ONCE = `received date from sender reply-to to cc subject message-id mime-version content-type
  content-transfer-encoding content-disposition`.split(/\s+/);
const SIGNATURES = 2;

/** What is wrong with the structure of a mail as it was received; `own` names a field of the application. */
export function problemsOf(raw: Buffer, own = ''): string[] {
  const text = raw.toString('latin1');
  const header = text.slice(0, text.indexOf('\r\n\r\n') + 2);
  return [...lineProblemsOf(raw), ...badFields(header, own.toLowerCase())];
}

/** What is wrong with the lines of a mail. */
export function lineProblemsOf(raw: Buffer): string[] {
  const text = raw.toString('latin1');
  const problems: string[] = [];
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) problems.push('a lone CR or LF');
  if (text.includes('\0')) problems.push('a NUL');
  if (!text.endsWith('\r\n')) problems.push('no last line end');
  if (text.split('\r\n').some((line) => line.length > LONGEST_LINE)) problems.push('a long line');
  return problems;
}

function badFields(header: string, own: string): string[] {
  const lines = header.split('\r\n').slice(0, -1);
  const starts = lines.filter((line) => !/^[ \t]+[^ \t]/.test(line));
  const names = starts.map((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? `? ${line}`);
  const counts = new Map(names.map((name) => [name, names.filter((one) => one === name).length]));
  return [...counts].flatMap(([name, count]) => {
    const most =
      name === 'dkim-signature' ? SIGNATURES : ONCE.includes(name) || name === own ? 1 : 0;
    return count <= most ? [] : [`${count} fields ${name}`];
  });
}
