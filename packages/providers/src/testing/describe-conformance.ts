import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HubError, type Feature } from '@switchboard/contracts';
import type { AnyAction, ProviderDeclaration } from '@switchboard/provider-kit';
import { createSandbox, type Sandbox } from '@switchboard/sandbox';
import type { Overrides } from '@switchboard/testing/arbitrary';
import type { ApiDescription } from '@switchboard/testing/descriptions/api-description';
import fc from 'fast-check';
import { ConformanceJudge } from './conformance-record.ts';
import type { Difference, NarrowerScopes, UndescribedCall } from './difference.ts';
import { inputsOf } from './inputs-of.ts';
import { SandboxAccount, scopesOf } from './sandbox-account.ts';
import { sandboxClient } from './sandbox-client.ts';

export interface ConformanceOptions {
  /** The vendor's own description of its API, or undefined where its files are not there. */
  readonly description: () => ApiDescription | undefined;
  /** Why there is no description at all, in one sentence for the conformance table. */
  readonly undescribed?: string;
  /** Values of the seed for members of that name, in generated inputs. */
  readonly overrides?: Overrides;
  /** What the description lacks or has wrong; each must still be seen. */
  readonly differs?: readonly Difference[];
  /** Calls that the description has no operation for; each must still be seen. */
  readonly undescribedCalls?: readonly UndescribedCall[];
  /** Where the description names scopes that are wider than what the vendor takes. */
  readonly narrower?: NarrowerScopes;
  /** Scopes that a granted scope contains at this provider. */
  readonly implies?: Readonly<Record<string, readonly string[]>>;
  /** Features an action's `recover` or `undo` uses beyond what the action needs, by the action's name. */
  readonly alsoNeeds?: Readonly<Record<string, readonly Feature[]>>;
}

const runs = 30;
const unsure: ReadonlySet<string> = new Set(['outcome_unknown']);
const told: ReadonlySet<string> = new Set(['input_invalid', 'conflict', 'not_found', 'provider_rejected']);

/**
 * Runs each action of a provider in the sandbox with exactly the features it needs: its examples whole, and generated inputs.
 * What it sends and is answered is held against the vendor's own description.
 */
export function describeConformance(provider: ProviderDeclaration, options: ConformanceOptions): void {
  const description = options.description();
  const judge = new ConformanceJudge(provider, { ...options, description });

  describe(`${provider.title} and its vendor's description`, () => {
    const state: { sandbox?: Sandbox } = {};
    beforeAll(async () => {
      state.sandbox = await createSandbox({ clients: [sandboxClient(provider.id)] });
    });
    afterAll(async () => {
      await state.sandbox?.close();
      judge.write();
    });

    const why = options.undescribed ?? 'its files are not there';
    if (!description) test.skip(`LEFT OUT: the description of ${provider.title}'s API: ${why}`, () => undefined);

    describe.each(provider.actions.map((action) => [action.name, action] as const))('%s', (_name, action) => {
      const features = [...action.needs, ...(options.alsoNeeds?.[action.name] ?? [])];
      const method = methodFor(provider, features);
      const granted = grantedOf(provider, method, features, options.implies);
      const start = () => fresh(state.sandbox!, provider, { method, features });

      const examples = action.examples.map(({ title = 'its example', input }, at) => [title, at, input] as const);
      test.each(examples)('does, finds and takes back %s (%i)', async (_title, _at, input) => {
        const account = await start();

        await whole(account, action, input);

        expect(judge.findings(account.exchanges, granted)).toEqual([]);
      });

      test('takes generated inputs, and says why where it refuses one', async () => {
        const account = await start();
        let accepted = 0;

        await fc.assert(
          fc.asyncProperty(inputsOf(action, options.overrides), async (input) => {
            const from = account.exchanges.length;
            if (await takes(account, action, input)) accepted += 1;
            expect(judge.findings(account.exchanges.slice(from), granted)).toEqual([]);
          }),
          { numRuns: runs, seed: 20261121, endOnFailure: true },
        );

        expect(accepted).toBeGreaterThan(0);
      });
    });

    if (description) {
      test('nothing is said to differ from the description that does not', () => expect(judge.unused).toEqual([]));
    }
  });
}

/** The first method that offers all of the features. */
function methodFor({ auth, title }: ProviderDeclaration, features: readonly Feature[]): string {
  const found = Object.entries(auth).find(([, method]) => features.every((one) => Object.hasOwn(method.features, one)));
  if (!found) throw new Error(`No method of ${title} offers ${features.join(', ')}.`);
  return found[0];
}

function grantedOf(
  { auth }: ProviderDeclaration,
  method: string,
  features: readonly Feature[],
  implies: ConformanceOptions['implies'] = {},
): ReadonlySet<string> {
  const scopes = scopesOf(auth[method]!, features);
  return new Set(scopes.flatMap((scope) => [scope, ...(implies[scope] ?? [])]));
}

async function fresh(
  sandbox: Sandbox,
  provider: ProviderDeclaration,
  options: { method: string; features: Feature[] },
) {
  await fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' });
  return SandboxAccount.start(provider, { ...options, sandbox });
}

/** Runs an input that must succeed: nothing is found before, what was done is found and seen after, and it is taken back. */
async function whole(account: SandboxAccount, action: AnyAction, input: unknown): Promise<void> {
  if (action.recover && !action.idempotent) {
    const found = await unclear(() => action.recover!(account.context(action), action.input.parse(input)));
    expect(['unknown', undefined]).toContain(found);
  }
  const before = await account.page();
  const done = await account.run(action, input);
  const after = await account.page();
  if (action.effect !== 'read') expect(after).not.toBe(before);
  if (action.recover) {
    const found = await unclear(done.recover);
    expect(found).toBeDefined();
    if (found !== 'unknown') action.output.parse(found);
  }
  if (action.undo) await done.undo();
}

/** Runs an input that the provider may refuse; answers whether it was taken. */
async function takes(account: SandboxAccount, action: AnyAction, input: unknown): Promise<boolean> {
  if (!action.input.safeParse(input).success) return false;
  await fetch(`${account.sandbox.url}/_sandbox/quotas`, { method: 'DELETE' });
  const done = await unlessRefused(() => account.run(action, input));
  if (!done) return false;
  const found = action.recover && (await unclear(done.recover, told));
  // What may be repeated need not be found.
  if (action.recover && !action.idempotent) expect(found).toBeDefined();
  if (action.undo) await unlessRefused(done.undo);
  return true;
}

/** What work answers; undefined where the provider refuses it and says why. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HubError && told.has(error.code)) return undefined;
    throw error;
  }
}

/** What `recover` answers, or `unknown` where it fails with a code that the hub takes for not knowing. */
async function unclear(recover: () => Promise<unknown>, codes: ReadonlySet<string> = unsure): Promise<unknown> {
  try {
    return await recover();
  } catch (error) {
    if (error instanceof HubError && (codes.has(error.code) || unsure.has(error.code))) return 'unknown';
    throw error;
  }
}
