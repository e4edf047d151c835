import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProviderId } from '@switchboard/contracts';

/** The steps in each provider's console, as its folder words them. */
export class SetUpTexts {
  private readonly texts = new Map<ProviderId, Promise<string | undefined>>();

  constructor(private readonly folder: string) {}

  /** @param provider a provider the hub declares. */
  of(provider: ProviderId): Promise<string | undefined> {
    const text =
      this.texts.get(provider) ?? readFile(path.join(this.folder, provider, 'setup.md'), 'utf8').catch(() => undefined);
    this.texts.set(provider, text);
    return text;
  }
}
