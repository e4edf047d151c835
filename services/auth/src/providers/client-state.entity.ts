import type { ClientCheck } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is known of a client beside its secret, by its registration and id. */
@Entity({ name: 'client_state', schema: 'auth' })
export class ClientState {
  @PrimaryColumn('uuid', { name: 'hub_id' })
  hubId!: string;

  @PrimaryColumn('text')
  registration!: string;

  @PrimaryColumn('text', { name: 'client_id' })
  clientId!: string;

  /** True where the client is in testing mode at the provider, as the admin said. */
  @Column('boolean', { default: false })
  testing!: boolean;

  @Column('text', { name: 'check_result', nullable: true })
  checkResult!: ClientCheck['result'] | null;

  @Column('text', { name: 'check_message', nullable: true })
  checkMessage!: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;
}
