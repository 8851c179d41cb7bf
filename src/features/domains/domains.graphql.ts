import { domainToUnicode } from 'node:url';
import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import type { ApiContext } from '../../api/context.js';
import { Cursors } from '../../api/paging.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { Organization } from '../accounts/organization.entity.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { DkimKey } from './dkim-key.entity.js';
import { DkimKeyType, DnsRecordType, DomainCheckType } from './dns.graphql.js';
import type { DomainCheck } from './domain-check.entity.js';
import { Domain } from './domain.entity.js';

const cursors = new Cursors('domains');

builder.loadableNode(Domain, {
  name: 'Domain',
  description:
    'A domain to send from, of an organization or of one mail server. Needs domains:read.',
  authScopes: { permission: 'domains:read' },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.domains.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: Domain) => String(id),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name as DNS has it, lower case.' }),
    unicodeName: t.string({
      description: 'The name as people write it.',
      resolve: ({ name }) => domainToUnicode(name),
    }),
    verifiedAt: t.expose('verifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its ownership was proved; null while it may not send.',
    }),
    checkedAt: t.expose('checkedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its DNS records were last checked.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
    mailServer: t.field({
      type: MailServer,
      nullable: true,
      authScopes: { permission: 'servers:read' },
      description:
        'The only mail server that may use it; null when all of the organization may. Needs servers:read.',
      resolve: ({ serverId }, _args, { loaders, caller, services }) =>
        serverId === null
          ? null
          : loaders.load('MailServer', String(serverId), async (ids) => {
              const found = await services.servers.findByIds(caller, ids.map(BigInt));
              return new Map(found.map((one) => [String(one.id), one]));
            }),
    }),
    records: t.field({
      type: [DnsRecordType],
      description: 'The exact records to publish, most important first.',
      resolve: async (domain, _args, context) =>
        context.services.domains.recordsOf(domain, await keysOf(domain, context)),
    }),
    checks: t.field({
      type: [DomainCheckType],
      description: 'The latest result of each check; empty before the first.',
      resolve: (domain, _args, context) => checksOf(domain, context),
    }),
    dkimKeys: t.field({
      type: [DkimKeyType],
      description: 'The keys that its mail is signed with, once they are published.',
      resolve: (domain, _args, context) => keysOf(domain, context),
    }),
  }),
});

builder.objectField(Organization, 'domains', (t) =>
  t.connection({
    type: Domain,
    authScopes: { permission: 'domains:read' },
    description: 'The domains that all its mail servers may use, oldest first. Needs domains:read.',
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'Organization.domains',
        args,
        cursors,
        parent: String(id),
        keyOf: (domain: Domain) => domain.id,
        read: (parents, keyset) =>
          context.services.domains.listOfOrganizations(context.caller, parents.map(BigInt), keyset),
      }),
  }),
);

builder.objectField(MailServer, 'domains', (t) =>
  t.connection({
    type: Domain,
    authScopes: { permission: 'domains:read' },
    description:
      'The domains that it may use, its own and those of its organization, oldest first. Needs domains:read.',
    resolve: ({ id, organizationId }, args, context) =>
      batchedPage(context, {
        name: 'MailServer.domains',
        args,
        cursors,
        parent: `${organizationId}.${id}`,
        keyOf: (domain: Domain) => domain.id,
        read: (parents, keyset) =>
          context.services.domains.listOfServers(context.caller, parents.map(placeOf), keyset),
      }),
  }),
);

async function keysOf({ id }: Domain, { loaders, services }: ApiContext): Promise<DkimKey[]> {
  const keys = await loaders.load('Domain.dkimKeys', String(id), async (ids) => {
    const found = await services.domains.keysOf(ids.map(BigInt));
    return Map.groupBy(found, ({ domainId }) => String(domainId));
  });
  return keys ?? [];
}

async function checksOf({ id }: Domain, { loaders, services }: ApiContext): Promise<DomainCheck[]> {
  const checks = await loaders.load('Domain.checks', String(id), async (ids) => {
    const found = await services.domains.checksOf(ids.map(BigInt));
    return Map.groupBy(found, ({ domainId }) => String(domainId));
  });
  return checks ?? [];
}

function placeOf(parent: string): { organizationId: bigint; id: bigint } {
  const [organizationId = '0', id = '0'] = parent.split('.');
  return { organizationId: BigInt(organizationId), id: BigInt(id) };
}
