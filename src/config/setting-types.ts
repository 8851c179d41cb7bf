import { isIP } from 'node:net';
import { z } from 'zod';

export const wholeNumber = (least: number, most: number) =>
  z.coerce.number().int().min(least).max(most);

export const port = wholeNumber(1, 65_535);

export const hostname = z
  .string()
  .toLowerCase()
  .regex(
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/,
    'must be a host name',
  );

export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0', 'yes', 'no'])], {
    error: 'must be true or false',
  })
  .transform((value) => value === true || value === 'true' || value === '1' || value === 'yes');

/** `host:port`; IPv6 in brackets; port 0 takes a free one. */
export const address = z
  .string()
  .regex(/^(\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/i, 'must be host:port')
  .refine((text) => Number(text.slice(text.lastIndexOf(':') + 1)) <= 65_535, 'has no such port');

/** `192.0.2.1`, `192.0.2.1:53` or `[2001:db8::1]:53`. */
export const ipAddress = z
  .string()
  .refine((text) => isIP(hostOf(text)) !== 0 && portOf(text) <= 65_535, 'must be IP or IP:port');

/** `10.0.0.0/8:25`, `[fd00::/8]:25` or `127.0.0.1/32:*`. */
export const cidrPort = z.string().refine(isCidrPort, 'must be CIDR:port');

function isCidrPort(text: string): boolean {
  const [, range = '', port = ''] = /^(.+):(\d{1,5}|\*)$/.exec(text) ?? [];
  return isCidr(range) && (port === '*' || Number(port) <= 65_535);
}

function isCidr(range: string): boolean {
  const [, inside] = /^\[(.+)\]$/.exec(range) ?? [];
  const [network = '', bits = ''] = (inside ?? range).split('/');
  const most = inside === undefined ? 32 : 128;
  const version = inside === undefined ? 4 : 6;
  return isIP(network) === version && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function hostOf(text: string): string {
  return /^\[(.+)\](:\d{1,5})?$/.exec(text)?.[1] ?? text.replace(/^([^:]+):\d{1,5}$/, '$1');
}

function portOf(text: string): number {
  return Number(/^(?:\[.+\]|[^:]+):(\d{1,5})$/.exec(text)?.[1] ?? 0);
}

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds in code; `500ms`, `15s`, `5m`, `1h` or `7d` outside. */
export const duration = z.union(
  [
    z.number().int().min(0),
    z
      .string()
      .regex(/^\d{1,9}(ms|s|m|h|d)$/)
      .transform((text) => {
        const [, amount = '0', unit = 'ms'] = /^(\d+)(\D+)$/.exec(text) ?? [];
        return Number(amount) * UNITS[unit as keyof typeof UNITS]; // the pattern above admits no other unit
      }),
  ],
  { error: 'must be a duration such as 500ms, 15s, 5m, 1h or 7d' },
);

/** Comma-separated outside, an array in code. */
export function list<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((part) => part.trim())
            .filter(Boolean)
        : value,
    z.array(item),
  );
}

/** Where people sign in: without TLS only on this machine. */
export const issuerUrl = z
  .url({ protocol: /^https?$/, error: 'must be an https URL' })
  .refine((text) => isSafeIssuer(URL.parse(text)), 'must be an https URL without query or user');

function isSafeIssuer(url: URL | null): boolean {
  if (
    !url ||
    url.href.length > 500 ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== '' ||
    url.password !== ''
  )
    return false;
  return url.protocol === 'https:' || LOOPBACK.test(url.hostname);
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
