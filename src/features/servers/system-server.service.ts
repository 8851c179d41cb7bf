import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import { Organization, SYSTEM_ORGANIZATION_ID } from '../accounts/organization.entity.js';
import { MailServer, SYSTEM_SERVER_ID } from './mail-server.entity.js';

const ORGANIZATION = { id: SYSTEM_ORGANIZATION_ID, name: 'Posthouse', slug: '.posthouse' } as const;
const SERVER = {
  id: SYSTEM_SERVER_ID,
  organizationId: SYSTEM_ORGANIZATION_ID,
  name: 'System mail',
  slug: 'system-mail',
  token: 'system',
  mode: 'LIVE',
  allowSender: false,
  privacyMode: false,
} as const;

/** The mail server of the installation itself. Its slugs are such as no tenant's can be. */
export class SystemServerService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Made when it is first needed. Several processes may come here at once: the first one's rows stay. */
  async require(): Promise<MailServer> {
    const id = SYSTEM_SERVER_ID;
    const known = await this.db.reader.findOneBy(MailServer, { id });
    if (known) return known;
    await this.db.transaction(async ({ manager }) => {
      const createdAt = this.clock.now();
      const insert = () => manager.createQueryBuilder().insert().orIgnore();
      await insert()
        .into(Organization)
        .values({ ...ORGANIZATION, createdAt })
        .execute();
      await insert()
        .into(MailServer)
        .values({ ...SERVER, createdAt })
        .execute();
    });
    return this.db.reader.findOneByOrFail(MailServer, { id });
  }
}
