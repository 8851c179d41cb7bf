import { Entity, PrimaryColumn } from 'typeorm';
import { ID } from '../../platform/database/columns.js';

/** One of the mail servers to which a limited member is limited. */
@Entity({ name: 'member_servers' })
export class MemberServer {
  @PrimaryColumn({ ...ID, name: 'organization_id' })
  readonly organizationId!: bigint;

  @PrimaryColumn({ ...ID, name: 'user_id' })
  readonly userId!: bigint;

  @PrimaryColumn({ ...ID, name: 'server_id' })
  readonly serverId!: bigint;
}
