import { GraphQLError, valueFromASTUntyped } from 'graphql';
import { parseAddress } from '../mail/addresses.js';
import { builder } from './builder.js';

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;
const ISO_DURATION =
  /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d{1,3}))?S)?)?$/;

builder.scalarType('DateTime', {
  description: 'A moment in UTC (RFC 3339), such as 2026-01-31T08:30:00.000Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const moment = typeof value === 'string' && RFC3339.test(value) ? new Date(value) : null;
    if (!moment || Number.isNaN(moment.getTime())) throw bad('a date and time (RFC 3339)');
    return moment;
  },
});

builder.scalarType('EmailAddress', {
  description: 'An address such as ann@example.org (RFC 5321 mailbox).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2',
  parseValue: (value) => {
    if (typeof value !== 'string' || !parseAddress(value)) throw bad('an email address');
    return value;
  },
});

builder.scalarType('Url', {
  description: 'An absolute URL.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  parseValue: (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) throw bad('an absolute URL');
    return value;
  },
});

builder.scalarType('Duration', {
  description: 'A length of time (ISO 8601), such as PT15S or P30D. Months and years are not used.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#appendix-A',
  serialize: (milliseconds) => `PT${milliseconds / 1_000}S`,
  parseValue: (value) => {
    const parts = typeof value === 'string' && value.length > 2 ? ISO_DURATION.exec(value) : null;
    if (!parts || /T$/.test(parts[0])) throw bad('a duration (ISO 8601)');
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
      .slice(1, 5)
      .map((part) => Number(part || 0));
    const rest = Number((parts[5] ?? '').padEnd(3, '0'));
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000 + rest;
  },
});

builder.scalarType('BigInt', {
  description: 'A whole number that may be larger than a JSON number holds, as a string of digits.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259#section-6',
  serialize: (value) => value.toString(),
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^-?\d{1,20}$/.test(value)) throw bad('digits');
    return BigInt(value);
  },
});

builder.scalarType('Cursor', {
  description: 'An opaque place in a list or stream. Give back what you were given.',
  specifiedByURL: 'https://relay.dev/graphql/connections.htm#sec-Cursor',
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^[\w-]{1,200}$/.test(value)) throw bad('a cursor');
    return value;
  },
});

builder.scalarType('JSON', {
  description: 'Any JSON value. Used for metadata only.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

/** Without a code: graphql-js adds the place to the text, and masking.ts the code and the fields. */
function bad(what: string): GraphQLError {
  return new GraphQLError(`must be ${what}`);
}
