import type { ConnectionStatus, DisconnectReceipt, Environment } from '@switchboard/contracts';
import type { z } from 'zod';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Status = z.infer<typeof ConnectionStatus>;

@Entity({ name: 'connection', schema: 'auth' })
export class Connection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  provider!: string;

  @Column('text')
  environment!: Environment;

  /** The name of the provider's auth method. */
  @Column('text')
  method!: string;

  /** The OAuth client the grant belongs to; its secret is used for no other (O-19). */
  @Column('text', { name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column('text')
  label!: string;

  @Column('text')
  subject!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { name: 'account_name', nullable: true })
  accountName!: string | null;

  @Column('text')
  status!: Status;

  @Column('text', { name: 'status_reason', nullable: true })
  statusReason!: string | null;

  @Column('text', { name: 'requested_features', array: true })
  requestedFeatures!: string[];

  @Column('text', { array: true })
  features!: string[];

  @Column('text', { name: 'granted_scopes', array: true })
  grantedScopes!: string[];

  @Column('jsonb', { default: {} })
  settings!: Record<string, string>;

  /** The stored secret whose value it was made with, and which it follows. */
  @Column('uuid', { name: 'secret_id', nullable: true })
  secretId!: string | null;

  /** Raised by one at each write of a credential; refreshes commit by comparing it (D-5). */
  @Column('integer', { name: 'credential_version' })
  credentialVersion!: number;

  /** When the access token came, by the database's clock. */
  @Column('timestamptz', { name: 'issued_at', default: () => 'clock_timestamp()' })
  issuedAt!: Date;

  @Column('timestamptz', { name: 'access_expires_at', nullable: true })
  accessExpiresAt!: Date | null;

  @Column('timestamptz', { name: 'refresh_expires_at', nullable: true })
  refreshExpiresAt!: Date | null;

  /** When the person last consented; the life that a provider counts from there begins now. */
  @Column('timestamptz', { name: 'consented_at', default: () => 'clock_timestamp()' })
  consentedAt!: Date;

  /** True where the client was in testing mode at the provider, so that its rules for that hold. */
  @Column('boolean', { default: false })
  testing!: boolean;

  /** False where the provider gave nothing to renew the access with. */
  @Column('boolean', { default: true })
  renewable!: boolean;

  /** When the access token is renewed ahead of its end, if somebody used it. */
  @Column('timestamptz', { name: 'renew_at', nullable: true })
  renewAt!: Date | null;

  /** When the grant is exercised, whoever uses it, so that it does not end for being idle. */
  @Column('timestamptz', { name: 'keep_at', nullable: true })
  keepAt!: Date | null;

  /** When the person is told that the connection will end. */
  @Column('timestamptz', { name: 'notice_at', nullable: true })
  noticeAt!: Date | null;

  /** When a refresh was last forced by a refused token (F-06). */
  @Column('timestamptz', { name: 'forced_at', nullable: true })
  forcedAt!: Date | null;

  /** The version whose token was refused then. */
  @Column('integer', { name: 'forced_version', nullable: true })
  forcedVersion!: number | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'clock_timestamp()' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** When the picture that is kept of the account was fetched. */
  @Column('timestamptz', { name: 'picture_at', nullable: true })
  pictureAt!: Date | null;

  @Column('integer', { name: 'revoke_attempts', default: 0 })
  revokeAttempts!: number;

  @Column('timestamptz', { name: 'revoke_next_at', nullable: true })
  revokeNextAt!: Date | null;

  @Column('jsonb', { default: [] })
  receipt!: DisconnectReceipt['steps'];
}
