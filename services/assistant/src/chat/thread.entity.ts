import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Conversation } from '../planning/conversation.ts';

@Entity({ name: 'threads', schema: 'assistant' })
export class ThreadEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  title!: string;

  @Column('jsonb')
  state!: Conversation;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
