import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import { isWithin, parseAddress, specialUseOf, type IpAddress } from './public-addresses.js';

export type EgressVerdict =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

interface Allowance {
  readonly range: [IpAddress, number];
  /** Null for any port. */
  readonly port: number | null;
}

const ANY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Decides where the house may connect. Policy: public addresses, and what the administrator allows as
 * `CIDR:port`; never our own listeners, which would make mail loop. It cannot be switched off.
 */
export class EgressGuard {
  private readonly allowances: readonly Allowance[];
  private readonly own: ReadonlySet<string>;

  /** `own` are the `address:port` on which this installation listens. */
  constructor(allow: readonly string[], own: readonly string[] = []) {
    this.allowances = allow.map(allowanceOf);
    this.own = new Set(own.flatMap(listenersOf));
  }

  /** Judges a literal address; a name is never allowed, because it may mean another address later. */
  check(address: string, port: number): EgressVerdict {
    const parsed = parseAddress(address);
    if (!parsed) return refused(`${address} is not an IP address`);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      return refused(`${port} is not a port`);
    if (this.own.has(endpoint(parsed, port)))
      return refused(`${address} port ${port} is this installation itself`);
    const use = specialUseOf(parsed);
    if (use === null || this.isAllowed(parsed, port)) return { allowed: true };
    return refused(`${address} is not a public address (${use})`);
  }

  private isAllowed(address: IpAddress, port: number): boolean {
    return this.allowances.some(
      (allowance) =>
        (allowance.port === null || allowance.port === port) && isWithin(address, allowance.range),
    );
  }
}

function refused(reason: string): EgressVerdict {
  return { allowed: false, reason };
}

function allowanceOf(text: string): Allowance {
  const { host: cidr, port } = splitPort(text);
  return { range: ipaddr.parseCIDR(cidr), port: port === '*' ? null : Number(port) };
}

/** A wildcard listener answers on every address of the machine. */
function listenersOf(listener: string): string[] {
  const { host, port } = splitPort(listener);
  const hosts = ANY_ADDRESS.includes(host) ? machineAddresses() : [host];
  return hosts.flatMap((literal) => {
    const parsed = parseAddress(literal);
    return parsed ? [endpoint(parsed, Number(port))] : [];
  });
}

function machineAddresses(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [...ANY_ADDRESS, ...addresses.map(({ address }) => address.replace(/%.*$/, ''))];
}

function endpoint(address: IpAddress, port: number): string {
  return `${address.toNormalizedString()} ${port}`;
}

/** `10.0.0.0/8:25` or `[fd00::/8]:*`. */
function splitPort(text: string): { host: string; port: string } {
  const colon = text.lastIndexOf(':');
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: text.slice(colon + 1) };
}
