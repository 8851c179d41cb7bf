/** A request that is none, or that two servers could understand in different ways. */
export interface BadRequest {
  readonly what: string;
  /** All that is sent, in Latin-1. */
  readonly raw: string;
}

const HOST = 'Host: posthouse.test\r\n';
const JSON_TYPE = 'Content-Type: application/json\r\n';
/** What must never be answered: it stands inside another request. */
const SECOND = `GET /second HTTP/1.1\r\n${HOST}\r\n`;
const QUERY = '{"query":"{ __typename }"}';
const CHUNK = `${QUERY.length.toString(16)}\r\n${QUERY}\r\n`;

const post = (fields: string, body: string) =>
  `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}${fields}\r\n${body}`;
const get = (fields: string) =>
  `GET /graphql?query={__typename} HTTP/1.1\r\n${HOST}${fields}\r\n${SECOND}`;

const LENGTHS = [
  '+26',
  '-1',
  '0x1a',
  '26,26',
  '26, 26',
  '1e1',
  '26 26',
  '2 6',
  '',
  'x',
  '99999999999999999999999',
];
const CODINGS = [
  'xchunked',
  'chunked, identity',
  'identity, chunked, identity',
  'chunked;',
  '"chunked"',
  '\x0bchunked',
  'chunked\x00',
  'x',
];
const CHUNK_SIZES = [
  '+1a',
  '-1',
  '0x1a',
  '1a ',
  ' 1a',
  '1a\t',
  'g',
  '',
  '1a;\x00',
  'ffffffffffffffffff',
];
const LINES = [
  'X-Folded: a\r\n b\r\n',
  'X-Folded: a\r\n\tb\r\n',
  'X-Null: a\x00b\r\n',
  'X\x00Null: a\r\n',
  'X-Return: a\rb\r\n',
  'No colon\r\n',
  ': no name\r\n',
  'Spaced : a\r\n',
  ' Leading: a\r\n',
  'X(Y): a\r\n',
  'Content-Length : 0\r\n',
];
const FIRST_LINES = [
  'GET /graphql\r\n',
  'GET /graphql HTTP/1.1 \r\n',
  'GET /graphql HTTP/1.2\r\n',
  'GET /graphql HTTP/2.0\r\n',
  'GET /graphql HTTP/9.9\r\n',
  'GET /graphql HTP/1.1\r\n',
  'GET /a b HTTP/1.1\r\n',
  'get /graphql HTTP/1.1\r\n',
  'NONSENSE /graphql HTTP/1.1\r\n',
  'GET\t/graphql HTTP/1.1\r\n',
  '\x00GET /graphql HTTP/1.1\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
];

export const BAD_REQUESTS: readonly BadRequest[] = [
  {
    what: 'length and chunks',
    raw: post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${SECOND}`),
  },
  {
    what: 'chunks and length',
    raw: post('Transfer-Encoding: chunked\r\nContent-Length: 5\r\n', `0\r\n\r\n${SECOND}`),
  },
  { what: 'two lengths', raw: post(`Content-Length: 26\r\nContent-Length: 0\r\n`, QUERY + SECOND) },
  {
    what: 'the same length twice',
    raw: post(`Content-Length: 26\r\nContent-Length: 26\r\n`, QUERY + SECOND),
  },
  {
    what: 'two codings',
    raw: post(
      'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n',
      `${CHUNK}0\r\n\r\n${SECOND}`,
    ),
  },
  {
    what: 'a coding with a space before the colon',
    raw: post('Transfer-Encoding : chunked\r\n', `${CHUNK}0\r\n\r\n${SECOND}`),
  },
  { what: 'no host', raw: `GET /graphql HTTP/1.1\r\n\r\n${SECOND}` },
  { what: 'two hosts', raw: `GET /graphql HTTP/1.1\r\n${HOST}Host: other.test\r\n\r\n${SECOND}` },
  {
    what: 'lines that end in LF',
    raw: `POST /graphql HTTP/1.1\n${HOST.replace('\r', '')}Content-Length: 0\n\n${SECOND}`,
  },
  { what: 'one line that ends in LF', raw: get('X-A: b\nX-C: d\r\n') },
  { what: 'a header of 100,000 fields', raw: get('X: y\r\n'.repeat(100_000)) },
  { what: 'a field of 1 MiB', raw: get(`X: ${'y'.repeat(1_048_576)}\r\n`) },
  { what: 'an endless first line', raw: `GET /${'a'.repeat(200_000)} HTTP/1.1\r\n${HOST}\r\n` },
  { what: 'CONNECT', raw: `CONNECT other.test:443 HTTP/1.1\r\n${HOST}\r\n${SECOND}` },
  {
    what: 'an upgrade to something else',
    raw: get(
      'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n',
    ),
  },
  {
    what: 'a chunk size that ends in LF',
    raw: post('Transfer-Encoding: chunked\r\n', `1a\n${QUERY}\r\n0\r\n\r\n${SECOND}`),
  },
  {
    what: 'a chunk that ends in LF',
    raw: post('Transfer-Encoding: chunked\r\n', `1a\r\n${QUERY}\n0\r\n\r\n${SECOND}`),
  },
  {
    what: 'a chunk that is longer than it says',
    raw: post('Transfer-Encoding: chunked\r\n', `2\r\n${QUERY}\r\n0\r\n\r\n${SECOND}`),
  },
  {
    what: 'an extension of a chunk that ends in LF',
    raw: post('Transfer-Encoding: chunked\r\n', `1a;x\n${QUERY}\r\n0\r\n\r\n${SECOND}`),
  },
  {
    what: 'a trailer that is no field',
    raw: post('Transfer-Encoding: chunked\r\n', `${CHUNK}0\r\nno colon\r\n\r\n${SECOND}`),
  },
  { what: 'TLS', raw: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' },
  ...LENGTHS.map((length) => ({
    what: `the length "${length}"`,
    raw: post(`Content-Length: ${length}\r\n`, QUERY + SECOND),
  })),
  ...CODINGS.map((coding) => ({
    what: `the coding ${JSON.stringify(coding)}`,
    raw: post(`Transfer-Encoding: ${coding}\r\n`, `${CHUNK}0\r\n\r\n${SECOND}`),
  })),
  ...CHUNK_SIZES.map((size) => ({
    what: `a chunk of size ${JSON.stringify(size)}`,
    raw: post('Transfer-Encoding: chunked\r\n', `${size}\r\n${QUERY}\r\n0\r\n\r\n${SECOND}`),
  })),
  ...LINES.map((line) => ({ what: `the field ${JSON.stringify(line)}`, raw: get(line) })),
  ...FIRST_LINES.map((line) => ({
    what: `the line ${JSON.stringify(line)}`,
    raw: `${line}${HOST}\r\n${SECOND}`,
  })),
];
