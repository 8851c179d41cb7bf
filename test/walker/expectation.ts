import { getNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { POLICY, type Permission } from '../../src/features/accounts/policy.js';
import type { Answer } from './answers.js';
import { slotsOf } from './arguments.js';
import type { Caller } from './cast.js';
import { kindOf } from './fillings.js';
import type { Place } from './places.js';
import { membersOf, needsOf, permissionToFind, type Route, type Spot } from './schema-walk.js';

/** Types whose objects are a person's own: an administrator finds people as well. */
const PERSONAL: Readonly<Record<string, { forAdministrators?: true; inSessionsOnly?: true }>> = {
  AccessToken: {},
  Session: { inSessionsOnly: true },
  OidcIdentity: { inSessionsOnly: true },
  User: { forAdministrators: true },
};

/** Fields that find objects of any type, each by its own permission. */
const FINDERS = new Set(['node', 'nodes']);

/** Nobody acts from within an organization that is deleted: it is another one for everybody. */
const OUTSIDE_ALL = 'deletedOrganization';

/** What the policy says that a caller hears. It knows no resolver, only declarations and the table. */
export class Expectation {
  constructor(private readonly schema: GraphQLSchema) {}

  /** At a field of a root, asked about objects of this place. */
  ofRoot(spot: Spot, caller: Caller, place: Place): Answer {
    const closed = this.guard(spot, caller);
    if (closed !== null) return closed;
    const refusals = membersOf(this.schema, getNamedType(spot.field.type)).map(({ name }) => name);
    if (refusals.includes('PersonRequired') && caller.kind !== 'person') return 'PersonRequired';
    if (refusals.includes('OutOfScope') && caller.kind === 'token') return 'OutOfScope';
    if (spot.field.name === 'viewer' && caller.kind === 'nobody') return 'ABSENT';
    const kinds = this.kindsIn(spot);
    return kinds.every((kind) => this.reaches(kind, spot, caller, place)) ? 'ALLOWED' : 'ABSENT';
  }

  /** At a field that queries come to along a route. */
  ofRoute(route: Route, spot: Spot, caller: Caller, place: Place): Answer {
    const entered = this.ofEntry(route.entry, caller, place);
    if (entered !== 'ALLOWED') return entered;
    for (const step of [...route.steps, spot]) {
      const closed = this.guard(step, caller);
      if (closed !== null) return closed;
    }
    return 'ALLOWED';
  }

  /** At a field of what a mutation answered with. */
  ofResult(mutation: Spot, spot: Spot, caller: Caller, place: Place): Answer {
    const answer = this.ofRoot(mutation, caller, place);
    return answer === 'ALLOWED' ? (this.guard(spot, caller) ?? answer) : answer;
  }

  /** Whether what a field answers depends on the place of objects. */
  hasPlaces(spot: Spot): boolean {
    return this.kindsIn(spot).length > 0;
  }

  private ofEntry(entry: Route['entry'], caller: Caller, place: Place): Answer {
    if ('root' in entry) {
      const type = this.schema.getType(entry.root) as GraphQLObjectType; // routes begin at roots
      return this.ofRoot({ type, field: type.getFields()[entry.field]! }, caller, place);
    }
    if (!isSignedIn(caller)) return 'UNAUTHENTICATED';
    const type = this.schema.getType(entry.node) as GraphQLObjectType; // a node type
    return this.finds(type, caller, place) ? 'ALLOWED' : 'ABSENT';
  }

  private guard(spot: Spot, caller: Caller): Answer | null {
    if (caller.kind === 'door') return 'UNAUTHENTICATED';
    const { signedIn, allOf, oneOf } = needsOf(spot);
    const { permissions } = caller;
    const isOpen =
      (!signedIn || isSignedIn(caller)) &&
      allOf.every((permission) => permissions.has(permission)) &&
      oneOf.every((group) => group.some((permission) => permissions.has(permission)));
    if (isOpen) return null;
    return isSignedIn(caller) ? 'FORBIDDEN' : 'UNAUTHENTICATED';
  }

  private reaches(
    kind: string,
    { type: rootType, field }: Spot,
    caller: Caller,
    place: Place,
  ): boolean {
    const type = this.schema.getType(kind) as GraphQLObjectType | undefined; // examples by state have none
    if (type && (FINDERS.has(field.name) || PERSONAL[kind])) return this.finds(type, caller, place);
    const [permission] = needsOf({ type: rootType, field }).allOf;
    const where = kind === OUTSIDE_ALL && place !== 'none' ? 'other' : place;
    return reachOf(caller, permission).includes(where);
  }

  private finds(type: GraphQLObjectType, caller: Caller, place: Place): boolean {
    const personal = PERSONAL[type.name];
    if (personal) {
      const { forAdministrators = false, inSessionsOnly = false } = personal;
      const isMine = place === 'own' && caller.ownsPersonal;
      if (isMine && (!inSessionsOnly || caller.kind === 'person')) return true;
      return forAdministrators && caller.isAdministrator && place !== 'none';
    }
    const permission = permissionToFind(type);
    if (permission === null) {
      throw new Error(`${type.name} says no permission and is nobody's own: teach the walker`);
    }
    return caller.permissions.has(permission) && reachOf(caller, permission).includes(place);
  }

  private kindsIn({ field }: Spot): string[] {
    const slots = slotsOf(field.args, { owner: field.name, path: field.name });
    const placing = slots.filter(({ path }) => !path.includes('.filter.')); // a filter narrows a list, whosever ids it names
    return placing.flatMap((slot) => kindOf(this.schema, slot) ?? []);
  }
}

/** A member who is limited has what is of the level of mail servers on those that are listed. */
function reachOf(caller: Caller, permission: Permission | undefined): readonly Place[] {
  const isOfServers = permission !== undefined && POLICY[permission].level === 'server';
  return isOfServers ? (caller.serverReach ?? caller.reach) : caller.reach;
}

function isSignedIn({ kind }: Caller): boolean {
  return kind !== 'nobody' && kind !== 'door';
}
