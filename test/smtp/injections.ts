const TRANSACTION =
  'MAIL FROM:<app@shop.test>\r\nRCPT TO:<x@y.test>\r\nDATA\r\nFrom: app@shop.test\r\n\r\nevil\r\n.\r\n';
const COMMANDS = [
  ...['NOOP', 'EHLO evil.test', 'HELO evil.test', 'RSET', 'QUIT', 'STARTTLS', 'AUTH PLAIN', 'HELP'],
  ...['AUTH PLAIN AGEAYg==', 'AUTH LOGIN', 'AUTH LOGIN YQ==', 'VRFY x', 'DATA', 'GET / HTTP/1.1'],
  ...[
    'MAIL FROM:<evil@shop.test>',
    'RCPT TO:<x@y.test>',
    'BDAT 1 LAST',
    'EXPN x',
    'XYZZY',
    '250 OK',
  ],
];

/** What somebody on the way could put behind STARTTLS. */
export function injections(): string[] {
  return [
    ...COMMANDS.map((command) => `${command}\r\n`),
    ...COMMANDS.slice(0, 8), // cut off before their line end
    ...COMMANDS.slice(0, 4).map((command) => `${command}\r`),
    ...COMMANDS.slice(0, 4).map((command) => `${command}\n`),
    ...['\r\n', '\n', '\r', '\0', ' ', '.', '.\r\n', '\r\n.\r\n', 'N'],
    `EHLO evil.test\r\n${TRANSACTION}`,
    TRANSACTION,
    `EHLO evil.test\r\nSTARTTLS\r\n`,
    'STARTTLS\r\nSTARTTLS\r\nEHLO evil.test\r\n',
    'NOOP\r\n'.repeat(2_000),
    'x'.repeat(20_000),
    'x'.repeat(1_200_000),
    '\x16', // how a TLS record of a handshake begins
    '\x16\x03\x01',
    '\x16\x03\x01\x00\x05NOOP\r\n',
    '\x15\x03\x01\x00\x02\x01\x00', // an alert that nothing follows
    '\x80\x2e\x01\x03\x01', // SSL 2
    '\x00\x00\x00\x00',
  ];
}
