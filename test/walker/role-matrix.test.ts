import { buildSchema, type GraphQLObjectType } from 'graphql';
import { createSchema } from '../../src/app/schema.js';
import type { Permission } from '../../src/features/accounts/policy.js';
import { report } from '../support/figures.js';
import { startWorld, type World } from '../support/world.js';
import { inputOf } from './arguments.js';
import { assemble, type Caller, type Cast } from './cast.js';
import { Expectation } from './expectation.js';
import { fillingWith } from './fillings.js';
import { Matrix, type Cell } from './matrix.js';
import { PLACES } from './places.js';
import { Rows } from './rows.js';
import { isRefusal, nameOf, scopesOf } from './schema-walk.js';
import { UNMETERED, WITH_OIDC } from './unmetered.js';

/**
 * Every field of the schema is asked by everybody about objects of every place, and each answer is
 * compared with what the field declares and the policy's table says. New fields take part by
 * themselves, or fail here until test/walker/fillings.ts knows their arguments and
 * test/walker/tenants.ts an example of their type. Mutations have their effect, which is then undone in the
 * database. The controls are wrong rows in the table and wrong declarations: the comparison must find them.
 */
describe('D-09 who may do what', () => {
  const schema = createSchema();
  const policy = new Expectation(schema);
  let world: World;
  let cast: Cast;
  let matrix: Matrix;

  beforeAll(async () => {
    world = await startWorld({
      roles: ['api', 'worker'],
      settings: { ...UNMETERED, ...WITH_OIDC },
    });
    cast = await assemble(world);
    await world.end('worker');
    const rows = await Rows.keep(world.database);
    matrix = new Matrix({ schema, cast, restore: () => rows.restore() });
    await matrix.walk();
  }, 900_000);
  afterAll(() => world.stop());

  it('is for every field and everybody what the policy says', () => {
    expect(mismatches(matrix.cells, policy)).toEqual([]);
  });

  it('was asked for every field, by everybody, about every place', () => {
    const fields = matrix.spots.length;
    const { callers } = cast;
    const product = fields * callers.length * PLACES.length;
    report(
      `D-09: fields × callers × places = ${fields} × ${callers.length} × ${PLACES.length} = ${product} answers, ${matrix.requests} requests`,
    );
    const distinct = new Set(
      matrix.cells.map(({ spot, caller, place }) => `${nameOf(spot)} ${caller.name} ${place}`),
    );
    expect(distinct.size).toBe(product);
    expect(product).toBeGreaterThanOrEqual(10_000);
  });

  it('let somebody through at every field, and every mutation had its effect', () => {
    const unreached = matrix.spots
      .filter(({ type }) => !isRefusal(type) && !matrix.reachedTypes.has(type.name))
      .map((spot) => nameOf(spot))
      .filter((name) => !matrix.reachedFields.has(name));
    expect(unreached.filter((name) => !UNREACHED.includes(name))).toEqual([]);
  });

  it('would be found out if a role had a permission that the table does not give (control)', () => {
    const wrong = mismatches(matrix.cells, policy, (caller) =>
      caller.name === 'VIEWER' ? withPermission(caller, 'messages:send') : caller,
    );
    expect(wrong).toContain('Mutation.sendMessage, VIEWER, own: FORBIDDEN instead of ALLOWED');
  });

  it('would be found out if the table gave what the API refuses (control)', () => {
    const wrong = mismatches(matrix.cells, policy, (caller) =>
      caller.name === 'API credential' ? { ...caller, reach: ['own', 'sibling'] } : caller,
    );
    expect(wrong).toContain('Delivery.status, API credential, sibling: ABSENT instead of ALLOWED');
  });

  it('would be found out if a field declared another permission (control)', () => {
    const changed = createSchema();
    const field = changed.getMutationType()!.getFields()['suspendMailServer']!;
    Object.assign(field, {
      extensions: { pothosOptions: { authScopes: { permission: 'servers:update' } } },
    });
    expect(scopesOf(field)).toEqual({ permission: 'servers:update' });
    const mutation = (name: string) => changed.getMutationType()!.getFields()[name];
    const redeclared = matrix.cells.map((cell) => {
      const { type, field: known } = cell.spot;
      if (type.name !== 'Mutation') return cell;
      const spot = { type, field: mutation(known.name) as typeof known };
      return {
        ...cell,
        expected: (by: Expectation, who: Caller) => by.ofRoot(spot, who, cell.place),
      };
    });
    expect(mismatches(redeclared, policy)).toContain(
      'Mutation.suspendMailServer, OWNER, own: FORBIDDEN instead of ALLOWED',
    );
  });

  it('does not pass over an argument that nobody knows how to fill (control)', () => {
    const strange = buildSchema('type Query { weigh(load: Int!, craneId: ID): Int }');
    const { weigh } = (strange.getType('Query') as GraphQLObjectType).getFields();
    const means = { objects: {}, email: '', password: '', domain: '' };
    expect(() => inputOf(weigh!, fillingWith(strange, means))).toThrow('nobody knows');
  });
});

/**
 * What needs a secret of a mail or of an app, a confirmation by name or somebody new, or a
 * log that was tampered with. The tests of these features reach it: accounts/{invitations,members,password-reset,
 * sign-in,totp}, servers/lifecycle, audit/audit-api.
 */
const UNREACHED = [
  'AcceptInvitationSuccess.role',
  'AddMemberSuccess.member',
  ...['AuditFlaw.entry', 'AuditFlaw.kind', 'AuditFlaw.organizationId', 'AuditFlaw.position'],
  'ConfirmTotpSuccess.recoveryCodes',
  'DeleteMailServerSuccess.deletedMailServerId',
  'DeleteOrganizationSuccess.deletedOrganizationId',
  'DisableTotpSuccess.disabled',
  'RenewRecoveryCodesSuccess.recoveryCodes',
  'ResetPasswordSuccess.passwordReset',
  'SignInWithSetupSecretSuccess.user',
  'SignInWithTotpSuccess.user',
  ...['Totp.confirmedAt', 'Totp.recoveryCodesLeft'],
];

function mismatches(
  cells: readonly Cell[],
  policy: Expectation,
  seen: (caller: Caller) => Caller = (caller) => caller,
): string[] {
  const wrong = cells.flatMap(({ spot, caller, place, answer, expected }) => {
    const wanted = expected(policy, seen(caller));
    const what = `${nameOf(spot)}, ${caller.name}, ${place}`;
    return wanted === answer ? [] : `${what}: ${answer} instead of ${wanted}`;
  });
  return [...new Set(wrong)];
}

function withPermission(caller: Caller, permission: Permission): Caller {
  return { ...caller, permissions: new Set([...caller.permissions, permission]) };
}
