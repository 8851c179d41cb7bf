import { parseAddress } from '../../mail/addresses.js';
import type { IdSource } from '../../platform/ids.js';
import { Delivery } from './delivery.entity.js';
import { InvalidRecipient, NoRecipients, TooManyRecipients } from './messages.refusals.js';
import type { Recipient } from './submission.js';

/** A recipient whose address was read by the one parser. */
export interface DistinctRecipient extends Recipient {
  readonly destination: string;
}

/** One of each: domains are compared without case, local parts exactly; the first mention counts. */
export function distinctRecipients(
  recipients: readonly Recipient[],
  max: number,
): DistinctRecipient[] {
  if (recipients.length === 0) throw new NoRecipients();
  const surplus = recipients[max];
  if (surplus) throw new TooManyRecipients(max, surplus.place?.slice(0, 1));
  const distinct = new Map<string, DistinctRecipient>();
  for (const recipient of recipients) {
    const parsed = parseAddress(recipient.address);
    if (parsed === null) throw new InvalidRecipient(recipient.address, recipient.place);
    const { address, domain, asciiDomain } = parsed;
    if (distinct.has(address)) continue;
    distinct.set(address, { ...recipient, address, destination: asciiDomain ?? domain });
  }
  return [...distinct.values()];
}

export interface DeliveryPlan {
  readonly serverId: bigint;
  readonly messageId: bigint;
  /** Why nothing is to be sent until a person releases it; null to send at once. */
  readonly heldBecause: string | null;
  readonly at: Date;
}

/** A new delivery for each recipient: held, or due now. */
export function newDeliveries(
  recipients: readonly DistinctRecipient[],
  { serverId, messageId, heldBecause, at }: DeliveryPlan,
  ids: IdSource,
): Delivery[] {
  return recipients.map(({ address, destination, notify = null, orcpt = null }) =>
    Object.assign(new Delivery(), {
      serverId,
      id: ids.next(),
      messageId,
      recipient: address,
      destination,
      status: heldBecause === null ? ('QUEUED' as const) : ('HELD' as const),
      heldBecause,
      attempts: 0,
      scheduleBase: 0,
      nextAttemptAt: heldBecause === null ? at : null,
      dsnNotify: notify === null ? null : [...notify],
      dsnOrcpt: orcpt,
      delayReported: false,
      settledAt: null,
      createdAt: at,
    }),
  );
}
