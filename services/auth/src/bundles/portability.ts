import { Injectable } from '@nestjs/common';
import { HubError, type MustReconnect } from '@switchboard/contracts';
import { KeyIdentity } from '../connections/key-identity.ts';
import { Catalog, type Chosen } from '../core/catalog.ts';
import { settingsOf } from '../methods/settings.ts';
import { ClientsService } from '../providers/clients.service.ts';
import type { BundledConnection } from './bundle-content.ts';

export type Here =
  /** Nothing here can hold it. */
  | { readonly kind: 'unknown'; readonly reason: MustReconnect['reason'] }
  /** It has a place here; with a reason only its person can make it work. */
  | {
      readonly kind: 'known';
      readonly chosen: Chosen;
      readonly settings: Record<string, string>;
      readonly reason?: MustReconnect['reason'];
    };

/** Says of a connection from elsewhere whether it works here. */
@Injectable()
export class Portability {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly keys: KeyIdentity,
  ) {}

  async look(bundled: BundledConnection): Promise<Here> {
    const { provider: id, method } = bundled;
    const provider = this.catalog.known(id);
    const declaration = this.catalog.methodOf({ provider: id, method });
    if (!provider || !declaration) return { kind: 'unknown', reason: 'provider_unknown' };
    const chosen: Chosen = { provider, method, declaration };
    const settings = this.settingsOf(chosen, bundled);
    if (!settings) return { kind: 'unknown', reason: 'settings_refused' };
    const reason =
      bundled.left ?? (bundled.credential ? await this.obstacle(chosen, settings, bundled) : 'not_readable');
    return { kind: 'known', chosen, settings, ...(reason && { reason }) };
  }

  /** What came in a file is checked as strictly as what a person types (O-6, E-4). */
  private settingsOf(chosen: Chosen, { settings }: BundledConnection): Record<string, string> | undefined {
    try {
      return settingsOf(chosen, settings);
    } catch (error) {
      if (error instanceof HubError) return undefined;
      throw error;
    }
  }

  private async obstacle(
    { provider, method, declaration }: Chosen,
    settings: Record<string, string>,
    bundled: BundledConnection,
  ): Promise<MustReconnect['reason'] | undefined> {
    if (declaration.kind === 'apiKey') {
      const now = this.keys.environmentOf({ provider, method, declaration }, settings);
      return now === bundled.environment ? undefined : 'not_set_up';
    }
    if (declaration.kind === 'serviceAccount') return undefined;
    if (declaration.kind === 'oauth2' && declaration.refreshRotates) return 'single_use';
    if (declaration.kind === 'oauth2' && declaration.client === 'connection')
      return bundled.credential?.clientSecret === undefined && declaration.clientAuth !== 'none'
        ? 'other_client'
        : undefined;
    const current = await this.clients.current(provider, method);
    if (!current || current.environment !== bundled.environment) return 'not_set_up';
    return current.clientId === bundled.clientId ? undefined : 'other_client';
  }
}
