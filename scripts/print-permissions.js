/** Writes docs/PERMISSIONS.md from the policy and the schema of the compiled program. */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { fieldPolicies } from '../dist/src/app/field-policy.js';
import { createSchema } from '../dist/src/app/schema.js';
import {
  CREDENTIAL_KINDS,
  DOOR_POLICY,
  POLICY,
  ROLES,
} from '../dist/src/features/accounts/policy.js';

const intro = `# Permissions

Who may do what. A permission holds at one level: in the whole **installation**, in an **organization**, or on a
**server**. A role gives it in one organization; a member who is limited to listed mail servers has what is of level
server on those alone. An installation administrator has every permission everywhere. Credentials act on their own
mail server. The scopes of an access token are permissions: a token can only narrow what its owner may do.

This page is made from \`src/features/accounts/policy.ts\` and the schema by \`npm run codegen\`.
`;

const fields = fieldPolicies(createSchema());
const roots = fields.filter(({ isRoot }) => isRoot);
const others = fields.filter(({ isRoot, ofType }) => !isRoot && ofType && !ofType.public);
const types = [...new Set(others.map(({ type }) => type))];

writeFileSync(
  'docs/PERMISSIONS.md',
  [
    intro,
    section(
      'Permissions',
      ['permission', 'level', ...ROLES, ...CREDENTIAL_KINDS, 'meaning'],
      Object.entries(POLICY).map(permissionRow),
    ),
    section('Doors', ['door', 'needs', 'which is'], Object.entries(DOOR_POLICY).map(doorRow)),
    section(
      'Queries, mutations and subscriptions',
      ['field', 'needs'],
      roots.map((one) => [`\`${one.type}.${one.field}\``, needs(one.own)]),
    ),
    section('Fields of objects', ['type', 'needs', 'fields that need more'], types.map(typeRow)),
    'Types that are not named here, such as results and pages of lists, are guarded by the field that leads to them.\n',
  ].join('\n'),
);

function permissionRow([name, { level, roles, credentials, description }]) {
  const marks = [
    ...ROLES.map((role) => roles.includes(role)),
    ...CREDENTIAL_KINDS.map((kind) => credentials.includes(kind)),
  ];
  return [`\`${name}\``, level, ...marks.map((has) => (has ? 'yes' : '')), description];
}

function doorRow([name, { permission, note }]) {
  return [name, permission ? `\`${permission}\`` : 'nothing', note];
}

function typeRow(type) {
  const own = others.filter((one) => one.type === type);
  const more = own.filter(({ own }) => own).map(({ field, own }) => `\`${field}\` ${needs(own)}`);
  return [`\`${type}\``, needs(own[0].ofType), more.join('<br>')];
}

function needs({ permission, anyOf, signedIn }) {
  const parts = [
    ...(permission ? [`\`${permission}\``] : []),
    ...(anyOf ? [anyOf.map((one) => `\`${one}\``).join(' or ')] : []),
    ...(signedIn ? ['a sign-in'] : []),
  ];
  return parts.join(' and ') || 'nothing';
}

function section(title, head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `## ${title}\n\n${lines.join('\n')}\n`;
}
