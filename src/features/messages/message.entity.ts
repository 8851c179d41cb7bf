import { Column, Entity, PrimaryColumn } from 'typeorm';
import { booleanColumn, ID } from '../../platform/database/columns.js';

/** How a message came in; `SYSTEM` is mail that Posthouse itself wrote, such as a DSN. */
export type Door = 'GRAPHQL' | 'SMTP' | 'SYSTEM';

/** One accepted mail. Its raw content is stored once, in `message_contents`. */
@Entity({ name: 'messages' })
export class Message {
  @PrimaryColumn({ ...ID, name: 'server_id' })
  readonly serverId!: bigint;

  @PrimaryColumn(ID)
  readonly id!: bigint;

  @Column({ type: 'enum', enum: ['OUTGOING', 'INCOMING'] })
  readonly direction!: 'OUTGOING' | 'INCOMING';

  @Column({ ...ID, name: 'credential_id', nullable: true })
  readonly credentialId!: bigint | null;

  /** The verified domain that authenticated From or Sender; null for mail of the system itself. */
  @Column({ ...ID, name: 'domain_id', nullable: true })
  readonly domainId!: bigint | null;

  /** Envelope sender as submitted; empty for the null sender. */
  @Column({ name: 'mail_from', type: 'varchar', length: 320 })
  readonly mailFrom!: string;

  @Column({ name: 'header_from', type: 'varchar', length: 320 })
  readonly headerFrom!: string;

  @Column({ type: 'varchar', length: 500 })
  readonly subject!: string;

  /** Value of the Message-ID header field, with its angle brackets. */
  @Column({ name: 'message_id_header', type: 'varchar', length: 500 })
  readonly messageIdHeader!: string;

  @Column({ type: 'varchar', length: 100, nullable: true })
  readonly tag!: string | null;

  @Column({ type: 'json', nullable: true })
  readonly metadata!: Record<string, unknown> | null;

  /** Bytes of the raw content as stored. */
  @Column({ name: 'size_bytes', type: 'int', unsigned: true })
  readonly sizeBytes!: number;

  @Column({ type: 'enum', enum: ['GRAPHQL', 'SMTP', 'SYSTEM'] })
  readonly door!: Door;

  @Column({ name: 'client_ip', type: 'varchar', length: 45, nullable: true })
  readonly clientIp!: string | null;

  /** RET of RFC 3461: how much of the message a failure report returns. */
  @Column({ name: 'dsn_ret', type: 'enum', enum: ['FULL', 'HDRS'], nullable: true })
  readonly dsnRet!: 'FULL' | 'HDRS' | null;

  /** ENVID of RFC 3461, decoded from xtext. */
  @Column({ name: 'dsn_envid', type: 'varchar', length: 100, nullable: true })
  readonly dsnEnvid!: string | null;

  /** Its header is not ASCII, so every hop must offer SMTPUTF8 (RFC 6531); envelope addresses are looked at one by one. */
  @Column({ type: 'tinyint', transformer: booleanColumn })
  readonly smtputf8!: boolean;

  /** Has octets above 127 in the content (RFC 6152). */
  @Column({ name: 'eight_bit', type: 'tinyint', transformer: booleanColumn })
  readonly eightBit!: boolean;

  /** Day (UTC, YYYY-MM-DD) after which the raw content may be dropped. */
  @Column({ name: 'expires_on', type: 'date' })
  readonly expiresOn!: string;

  @Column({ name: 'accepted_at', type: 'datetime', precision: 3 })
  readonly acceptedAt!: Date;
}
