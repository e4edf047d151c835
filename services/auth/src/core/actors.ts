import { type Actor, actorOf, type MaybeCaller } from '@switchboard/nest-kit';
import type { Hub } from './hub.ts';

/** Who to write down where somebody is on their way in and has no statement yet. */
export const arriving = (hub: Hub, caller: MaybeCaller, memberId?: string): Actor => ({
  ...actorOf(caller),
  hubId: hub.id,
  ...(memberId && { memberId, actor: `member:${memberId}` }),
});
