import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { Cursors, pageOf, windowOf } from '../../api/paging.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { NotFound } from '../../platform/refusal.js';
import { PersonRequired } from './accounts.refusals.js';
import { Session } from './session.entity.js';
import { Viewer } from './users.graphql.js';

const cursors = new Cursors('sessions');

builder.loadableNode(Session, {
  name: 'Session',
  description: 'One sign-in of yours. Seen only by its user, in a session.',
  authScopes: { signedIn: true },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.sessions.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: Session) => String(id),
  fields: (t) => ({
    isCurrent: t.boolean({
      description: 'Whether it is the session that asks.',
      resolve: ({ id }, _args, { caller: { identity } }) =>
        identity.kind === 'user' && identity.sessionId === id,
    }),
    ipAddress: t.exposeString('ipAddress', {
      nullable: true,
      description: 'From which address it was begun.',
    }),
    userAgent: t.exposeString('userAgent', {
      nullable: true,
      description: 'What the browser called itself.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was begun.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      description: 'When it was last used, to the minute.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When it ends at the latest; one that nobody uses ends sooner.',
    }),
  }),
});

builder.objectField(Viewer, 'sessions', (t) =>
  t.connection({
    type: Session,
    description: 'Your sign-ins, oldest first; none for a token or key. Needs a sign-in.',
    resolve: async (caller, args, { services }) => {
      const keyset = windowOf(cursors, args);
      const rows = await services.sessions.list(caller, keyset);
      return pageOf(cursors, keyset, rows, ({ id }) => id);
    },
  }),
);

const RevokeSessionInput = builder.inputType('RevokeSessionInput', {
  description: 'Which session to end.',
  fields: (t) => ({ sessionId: t.id({ required: true, description: 'The session.' }) }),
});

builder.mutationField('revokeSession', (t) =>
  t.field({
    type: Session,
    authScopes: { signedIn: true },
    description: 'Ends one of your sessions at once. Needs a sign-in as a person.',
    args: {
      input: t.arg({ type: RevokeSessionInput, required: true, description: 'Which session.' }),
    },
    errors: {
      types: [PersonRequired, NotFound],
      dataField: { name: 'session', description: 'The session as it was.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.sessions.revoke(caller, rowIdOf(input.sessionId, 'Session')),
  }),
);

builder.mutationField('signOutEverywhere', (t) =>
  t.field({
    type: 'Int',
    authScopes: { signedIn: true },
    description: 'Ends all of your sessions, this one as well. Needs a sign-in as a person.',
    errors: {
      types: [PersonRequired],
      dataField: { name: 'endedSessions', description: 'How many there were.' },
    },
    resolve: async (_root, _args, context) => {
      const count = await context.services.sessions.endAll(context.caller);
      context.setSessionCookie(null);
      return count;
    },
  }),
);
