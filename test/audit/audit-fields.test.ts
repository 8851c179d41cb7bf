/**
 * C: no secret can come into the audit log with a row: of each kind of object an entry says only what is listed, and
 * what is listed is nothing secret. J-01 (test/data/secrets-at-rest) looks for real secrets in the database, these
 * entries included.
 *
 * Control: the listed fields of the same objects are there.
 */
import 'reflect-metadata';
import { getMetadataArgsStorage } from 'typeorm';
import '../../src/app/connections.js'; // knows every entity
import {
  AUDITED_FIELDS,
  auditedValues,
  changedValues,
  type AuditedKind,
} from '../../src/features/accounts/audit-fields.js';
import { LIMITS } from '../../src/config/limits.js';

const KINDS = Object.keys(AUDITED_FIELDS) as AuditedKind[];
const SECRET = /hash|secret|password|private|key|sealed|encrypted|cookie|code|token$/i;
const CANARY = 'canary-that-nobody-may-see';

/** Every property that the entity of this name has. */
function propertiesOf(kind: string): string[] {
  const { columns, tables } = getMetadataArgsStorage();
  const targets = tables.map(({ target }) => target as { name: string });
  return columns
    .filter(({ target }) => targets.some((each) => each === target && each.name === kind))
    .map(({ propertyName }) => propertyName);
}

describe('the fields of the audit log', () => {
  it.each(KINDS)('of %s hold no secret by their names', (kind) => {
    expect(AUDITED_FIELDS[kind].filter((name) => SECRET.test(name))).toEqual([]);
  });

  it.each(KINDS)('of %s are all that is taken from a row with everything in it', (kind) => {
    const listed: readonly string[] = AUDITED_FIELDS[kind];
    const names = [...propertiesOf(kind), 'secretHash', 'passwordHash', 'password', ...listed];
    const row = Object.fromEntries(
      names.map((name) => [name, listed.includes(name) ? `seen ${name}` : CANARY]),
    );
    const values = auditedValues(kind, row);
    expect(JSON.stringify(values)).not.toContain(CANARY);
    expect(Object.keys(values!).sort()).toEqual([...listed].sort());
  });

  it('take no bytes and no objects, and are bounded', () => {
    for (const name of [Buffer.from('x'), { nested: 1 }, () => 1, Symbol('x')]) {
      expect(() => auditedValues('Organization', { name })).toThrow(TypeError);
    }
    const long = auditedValues('Delivery', {
      count: 7,
      deliveryIds: Array.from({ length: 1_000 }, () => 'x'.repeat(1_000)),
    });
    const ids = long?.['deliveryIds'] as string[];
    expect(ids).toHaveLength(LIMITS.auditListItems);
    expect(ids[0]).toHaveLength(LIMITS.auditTextCharacters);
  });

  it('are told of two states as far as they differ', () => {
    const before = auditedValues('Credential', { name: 'a', hold: true, revokedAt: null });
    const after = auditedValues('Credential', { name: 'a', hold: false, revokedAt: null });
    expect(changedValues(before, after)).toEqual({
      before: { hold: true },
      after: { hold: false },
    });
  });
});
