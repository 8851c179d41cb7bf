import { LIMITS } from '../../config/limits.js';

/**
 * What an audit entry may say of each kind of object: these fields and nothing else, so that no secret
 * comes there with a row. Names are those of the entities; ids of other objects are written as digits.
 */
export const AUDITED_FIELDS = {
  AccessToken: [
    ...['name', 'scopes', 'organizationId', 'documentsOnly', 'allowedNetworks'],
    ...['expiresAt', 'revokedAt'],
  ],
  Credential: ['type', 'name', 'username', 'network', 'allowedNetworks', 'hold', 'revokedAt'],
  Delivery: ['count', 'deliveryIds'],
  Domain: ['name', 'verifiedAt', 'checkedAt'],
  Invitation: ['email', 'role', 'serverIds', 'expiresAt'],
  MailServer: [
    ...['name', 'slug', 'mode', 'allowSender', 'privacyMode', 'retryAttempts'],
    ...['postmasterAddress', 'sendLimit', 'contentRetentionDays', 'messageRetentionDays'],
    ...['suspendedAt', 'suspensionReason'],
  ],
  Member: ['role', 'userId', 'isLimited', 'serverIds'],
  PersistedDocument: ['documentIds'],
  Organization: ['name', 'slug', 'suspendedAt', 'suspensionReason'],
  OidcIdentity: ['issuer', 'subject', 'userId'],
  Session: ['expiresAt', 'provider'],
  User: ['email', 'name', 'isAdmin', 'notWrittenDown'],
} as const satisfies Record<string, readonly string[]>;

/** Kinds of object that something can be done to; named as in the API. */
export type AuditedKind = keyof typeof AUDITED_FIELDS;

export type AuditedValue = string | number | boolean | null | readonly (string | number)[];
export type AuditedValues = Readonly<Record<string, AuditedValue>>;

/** The allowed fields of an object that are there, sorted by name; null for no object. */
export function auditedValues(kind: AuditedKind, object: object | undefined): AuditedValues | null {
  if (!object) return null;
  const given = object as Readonly<Record<string, unknown>>; // any entity
  const fields: readonly string[] = AUDITED_FIELDS[kind];
  return Object.fromEntries(
    [...fields]
      .sort()
      .flatMap((name) => (given[name] === undefined ? [] : [[name, valueOf(given[name])]])),
  );
}

/** Of two states those values that differ; of one alone all of them. */
export function changedValues(
  before: AuditedValues | null,
  after: AuditedValues | null,
): { readonly before: AuditedValues | null; readonly after: AuditedValues | null } {
  if (!before || !after) return { before, after };
  const isSame = (name: string) => JSON.stringify(before[name]) === JSON.stringify(after[name]);
  const differing = (values: AuditedValues) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !isSame(name)));
  return { before: differing(before), after: differing(after) };
}

function valueOf(value: unknown): AuditedValue {
  if (Array.isArray(value)) return value.slice(0, LIMITS.auditListItems).map(itemOf);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value === 'boolean') return value;
  return itemOf(value);
}

/** Buffers and other objects have no place in an entry, whatever they hold. */
function itemOf(value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return value.slice(0, LIMITS.auditTextCharacters);
  throw new TypeError('Only plain values belong into the audit log');
}
