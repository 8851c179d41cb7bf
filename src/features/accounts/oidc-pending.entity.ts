import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that a provider has not answered yet. Its secret is a cookie of the browser that began it. */
@Entity({ name: 'oidc_pending' })
export class OidcPending {
  @PrimaryColumn({ name: 'secret_hash', type: 'binary', length: 32 })
  readonly secretHash!: Buffer;

  /** What the answer must match, encrypted. */
  @Column({ type: 'varbinary', length: 4096 })
  readonly sealed!: Buffer;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  readonly expiresAt!: Date;
}
