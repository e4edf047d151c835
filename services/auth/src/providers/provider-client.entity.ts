import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The hub's registration at a provider; the client secret is an envelope. */
@Entity({ name: 'provider_client', schema: 'auth' })
export class ProviderClient {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  /** Who stored it last. */
  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'clock_timestamp()' })
  updatedAt!: Date;
}
