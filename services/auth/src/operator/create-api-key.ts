import { ApiKeyBody, type NewApiKey } from '@switchboard/contracts';
import { type Bus, Outbox, parseInput, silentLog, SystemIds } from '@switchboard/nest-kit';
import type { z } from 'zod';
import { IsNull } from 'typeorm';
import { ApiKeyFormat } from '../api-keys/api-key-format.ts';
import { ApiKeysService } from '../api-keys/api-keys.service.ts';
import { filesOf, readKeys } from '../config.ts';
import { Changes, events } from '../core/changes.ts';
import { Member } from '../people/member.entity.ts';
import { type OperatorOptions, withDatabase } from './open-parts.ts';

/** What an operator types is told to no bus; a key that is new changes nothing that anybody remembers. */
const noBus = { connected: false } as Bus;

/**
 * Makes an API key for a member, from the command line.
 * @param email whose key it is; the owner's unless told.
 * @throws Error where there is no such member, HubError where the body is not right.
 */
export async function createApiKeyFor(
  options: OperatorOptions & { readonly email?: string },
  body: z.input<typeof ApiKeyBody>,
): Promise<z.input<typeof NewApiKey>> {
  const { apiKeySecret } = await readKeys(filesOf(options.settings));
  return withDatabase(options, async (database) => {
    const members = await database.asService((manager) =>
      manager.getRepository(Member).find({ where: { removedAt: IsNull() } }),
    );
    const wanted = options.email?.toLowerCase();
    const member = members.find((one) => (wanted ? one.email.toLowerCase() === wanted : one.role === 'owner'));
    if (!member) throw new Error(wanted ? `Nobody here is called ${wanted}.` : 'This hub has no owner yet.');
    const changes = new Changes(database, new Outbox('auth', database, noBus, silentLog(), events));
    const keys = new ApiKeysService(database, changes, new ApiKeyFormat(apiKeySecret), new SystemIds());
    const { id: memberId, hubId, role } = member;
    const actor = { hubId, memberId, actor: 'operator' };
    return keys.createFor({ hubId, memberId, role }, parseInput(ApiKeyBody, body), actor);
  });
}
