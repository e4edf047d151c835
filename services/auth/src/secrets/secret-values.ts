import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { type Caller, Database } from '@switchboard/nest-kit';
import type { Secret } from '@switchboard/vault';
import { type EnvelopeOwner, Vault } from '../credentials/vault.ts';
import { StoredSecret } from './secret.entity.ts';

export interface SecretValue {
  readonly value: Secret;
  /** Raised when it is replaced. */
  readonly version: number;
  /** The method that it was tried by; none of a secret that is of no known service. */
  readonly method?: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Whose envelope a secret's value is. */
export const envelopeOwnerOf = ({ id, hubId, memberId, version }: StoredSecret): EnvelopeOwner => ({
  id,
  hubId,
  memberId,
  provider: '',
  environment: 'live',
  version,
});

/** Opens a stored secret to try it or to connect with it; it leaves this service no other way (V-11). */
@Injectable()
export class SecretValues {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** A secret of the caller's own, for a connection to a provider. @throws HubError `not_found`, `conflict` where it is another provider's. */
  async of(id: string, provider: string, { claims }: Caller): Promise<SecretValue> {
    const { hubId, memberId } = claims;
    const found = await this.database.asService(async (manager) => {
      const row = await manager.getRepository(StoredSecret).findOneBy({ id, hubId, memberId });
      const value = row && (await this.vault.read(manager, envelopeOwnerOf(row), 'secret'));
      return row && value ? { row, value } : undefined;
    });
    if (!found) throw new HubError('not_found', 'There is no such secret.');
    const { row, value } = found;
    if (row.provider && row.provider !== provider)
      throw new HubError('conflict', `${row.name} is a key of another service.`, { provider: row.provider });
    return { value, version: row.version, settings: row.settings, ...(row.method !== null && { method: row.method }) };
  }
}
