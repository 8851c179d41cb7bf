const ATOM = '[^\\s"(),:;<>@\\[\\]\\\\\\0-\\x1f\\x7f]+';
const QUOTED = '"(?:[^"\\\\\\0-\\x1f\\x7f]|\\\\[\\x20-\\x7e])*"';
const PATH = `<(?:(?:${ATOM}|${QUOTED})@[A-Za-z0-9.:\\[\\]-]+)?>`;
const XTEXT = '(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+';
const MAIL = new RegExp(
  `^MAIL FROM:${PATH}( SIZE=\\d+)?( BODY=8BITMIME)?( SMTPUTF8)?( RET=(FULL|HDRS))?( ENVID=${XTEXT})?$`,
);
const RCPT = new RegExp(
  `^RCPT TO:${PATH}( NOTIFY=[A-Z]+(,[A-Z]+)*)?( ORCPT=[a-z0-9-]+;${XTEXT})?$`,
);
const OTHERS = /^(?:EHLO mail\.posthouse\.test|STARTTLS|DATA|RSET|QUIT)$/;
const EVIL = /^(?:RCPT TO|MAIL FROM):<evil@/;

/** Those of the commands that our client would never say. */
export function foreignCommands(lines: readonly string[]): string[] {
  return lines.filter(
    (line) => EVIL.test(line) || ![MAIL, RCPT, OTHERS].some((known) => known.test(line)),
  );
}
