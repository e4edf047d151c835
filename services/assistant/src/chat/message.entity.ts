import type { MessagePart, ThreadMessage } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'messages', schema: 'assistant' })
export class MessageEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'thread_id' })
  threadId!: string;

  @Column('text')
  role!: ThreadMessage['role'];

  @Column('jsonb')
  parts!: MessagePart[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
