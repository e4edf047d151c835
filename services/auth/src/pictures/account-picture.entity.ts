import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PictureType } from './picture-type.ts';

/** What a provider shows of an account; gone with the connection. */
@Entity({ name: 'account_picture', schema: 'auth' })
export class AccountPicture {
  @PrimaryColumn('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: PictureType;

  @Column('bytea')
  content!: Buffer;
}
