import type { ApiKeyScope } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'api_key', schema: 'auth' })
export class ApiKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  scopes!: ApiKeyScope[];

  @Column('uuid', { name: 'connection_id', nullable: true })
  connectionId!: string | null;

  @Column('text')
  prefix!: string;

  /** HMAC-SHA-256 of the whole key (V-13). */
  @Column('bytea')
  mac!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
