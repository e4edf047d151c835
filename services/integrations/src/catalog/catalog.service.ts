import { type ActionRef, type ActionView, HubError } from '@switchboard/contracts';
import type { AnyAction, ProviderDeclaration } from '@switchboard/provider-kit';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';

export const PROVIDERS = Symbol('providers');

/** An action with its provider. */
export interface Entry {
  readonly ref: ActionRef;
  readonly provider: ProviderDeclaration;
  readonly action: AnyAction;
}

/** Every declared action, found by its ref or by the capability it fulfils. */
@Injectable()
export class CatalogService {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly schemas = new Map<string, z.core.JSONSchema.BaseSchema>();

  constructor(@Inject(PROVIDERS) private readonly providers: readonly ProviderDeclaration[]) {
    const all = providers.flatMap((provider) =>
      provider.actions.map((action): Entry => ({
        ref: `${provider.id}.${action.name}` as ActionRef,
        provider,
        action,
      })),
    );
    this.entries = new Map(all.map((entry) => [entry.ref, entry]));
  }

  /** @throws HubError `action_unknown`. */
  find(ref: string): Entry {
    const entry = this.entries.get(ref);
    if (!entry) throw new HubError('action_unknown', `There is no action ${ref.slice(0, 64)}.`);
    return entry;
  }

  /** @throws HubError `provider_unknown`. */
  provider(id: string): ProviderDeclaration {
    const provider = this.providers.find((one) => one.id === id);
    if (!provider) throw new HubError('provider_unknown');
    return provider;
  }

  /** @throws HubError `action_unknown` where no provider fulfils it. */
  fulfilling(capability: string): readonly Entry[] {
    const found = [...this.entries.values()].filter(({ action }) => action.fulfils?.name === capability);
    if (found.length === 0) throw new HubError('action_unknown', `Nothing here can do ${capability.slice(0, 64)}.`);
    return found;
  }

  inputSchema({ ref, action }: Entry): z.core.JSONSchema.BaseSchema {
    const known = this.schemas.get(ref) ?? jsonSchemaOf(action.input, 'input');
    this.schemas.set(ref, known);
    return known;
  }

  views(providerId?: string): (ActionView & { provider: string })[] {
    const chosen = providerId ? [this.provider(providerId)] : this.providers;
    return [...this.entries.values()]
      .filter((entry) => chosen.includes(entry.provider))
      .map((entry) => this.view(entry));
  }

  private view(entry: Entry): ActionView & { provider: string } {
    const { ref, provider, action } = entry;
    return {
      ref,
      provider: provider.id,
      title: action.title,
      description: action.description,
      effect: action.effect,
      idempotent: action.idempotent,
      undo: action.undo !== undefined,
      needs: [...action.needs],
      capability: action.fulfils?.name,
      phrases: [...(action.phrases ?? [])],
      input: this.inputSchema(entry) as z.core.util.JSONType,
      output: jsonSchemaOf(action.output, 'output') as z.core.util.JSONType,
      examples: action.examples.map((example: { input: unknown }) => example.input as z.core.util.JSONType),
    };
  }
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
