import ipaddr from 'ipaddr.js';
import { LIMITS } from '../config/limits.js';
import type { Caller, Identity } from '../features/accounts/caller.js';
import type { Bucket, Spending } from '../platform/rate-limit/bucket.js';
import type { SharedBuckets } from '../platform/rate-limit/shared-buckets.js';
import { nameOfCaller } from './caller-name.js';

/** What one operation cost, and what is left to spend. */
export interface OperationCost {
  readonly requested: number;
  readonly available: number;
  readonly capacity: number;
  /** Points that come back each second. */
  readonly restoreRate: number;
}

/**
 * The points that callers spend on operations. Each access token, signed-in user and API key has a
 * budget of its own; all tokens of a user, and all keys of an organization, share a wider one. Strangers
 * share that of their address.
 */
export class ApiBudget {
  constructor(
    private readonly buckets: Pick<SharedBuckets, 'spend' | 'close'>,
    private readonly capacity: number,
    private readonly perSecond: number,
  ) {}

  spend(caller: Caller, clientIp: string | null, points: number): Promise<Spending> {
    const [own, shared] = namesOf(caller.identity, clientIp);
    const buckets = [this.bucket(own, 1)];
    if (shared !== null) buckets.push(this.bucket(shared, LIMITS.budgetsOfTenant));
    return this.buckets.spend(buckets, points);
  }

  /** The account of an operation, as answers tell it. */
  account(requested: number, { available }: Spending): OperationCost {
    return { requested, available, capacity: this.capacity, restoreRate: this.perSecond };
  }

  close(): void {
    this.buckets.close();
  }

  private bucket(name: string, times: number): Bucket {
    return { name, capacity: this.capacity * times, perSecond: this.perSecond * times };
  }
}

type Names = readonly [own: string, shared: string | null];

function namesOf(identity: Identity, clientIp: string | null): Names {
  const own = nameOfCaller(identity) ?? `address:${networkOf(clientIp)}`;
  if (identity.kind === 'credential' || identity.kind === 'organization') {
    return [own, `organization:${identity.organizationId}`];
  }
  return [own, identity.kind === 'user' ? `user:${identity.userId}` : null];
}

const IPV6_NETWORK_PARTS = 4;

/** An IPv6 customer has a whole /64 to ask from. */
function networkOf(address: string | null): string {
  if (address === null || !ipaddr.isValid(address)) return 'nowhere';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const parts = parsed.parts.slice(0, IPV6_NETWORK_PARTS).map((part) => part.toString(16));
  return parts.join(':');
}
