import type { Feature } from '@switchboard/contracts';
import {
  createHttp,
  type ActionContext,
  type AnyAction,
  type AuthMethod,
  type ProviderDeclaration,
} from '@switchboard/provider-kit';
import { createSandbox, type Sandbox } from '@switchboard/sandbox';
import { randomBytes } from 'node:crypto';
import { connect } from './connect.ts';
import { Door, type Exchange } from './door.ts';
import { FakeFiles, type FakeFile } from './fake-files.ts';
import { identityOf, type Account } from './identity.ts';
import { sandboxClient } from './sandbox-client.ts';

export interface AccountOptions {
  /** The mail address that signs in; the first account of the sandbox unless told. */
  readonly account?: string;
  /** Features to connect with, besides the method's base features; all of the method's unless told. */
  readonly features?: readonly Feature[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Name of the method; `oauth`, or else the first, unless told. */
  readonly method?: string;
  /** The key a person types; the sandbox's own for that method unless told. */
  readonly credential?: string;
  /** A sandbox that several accounts share; it is not closed with the account. */
  readonly sandbox?: Sandbox;
}

/** Every example's `fileId`: a small text file. */
export const exampleFileId = '01990000-0000-7000-8000-00000000000a';
const exampleFile: FakeFile = { name: 'plan.txt', mediaType: 'text/plain', bytes: Buffer.from('The plan.\n') };

interface Connected {
  readonly sandbox: Sandbox;
  readonly provider: ProviderDeclaration;
  readonly settings: Readonly<Record<string, string>>;
  readonly account: Account;
  readonly door: Door;
  readonly close: () => Promise<void>;
}

/** An account connected at a sandbox by the provider's declared method, whose actions run as the hub runs them. */
export class SandboxAccount implements AsyncDisposable {
  readonly #connected: Connected;
  readonly #files = new FakeFiles({ [exampleFileId]: exampleFile });

  protected constructor(connected: Connected) {
    this.#connected = connected;
  }

  static async start(provider: ProviderDeclaration, options: AccountOptions = {}): Promise<SandboxAccount> {
    return new SandboxAccount(await this.connected(provider, options));
  }

  protected static async connected(provider: ProviderDeclaration, options: AccountOptions): Promise<Connected> {
    await using stack = new AsyncDisposableStack();
    const sandbox = options.sandbox ?? stack.use(await createSandbox({ clients: [sandboxClient(provider.id)] }));
    const name = options.method ?? ('oauth' in provider.auth ? 'oauth' : Object.keys(provider.auth)[0]!);
    const method = provider.auth[name]!;
    const key = await keyOf(sandbox, provider.id, name);
    const credential = await connect(method, {
      sandbox,
      tables: provider.tables,
      settings: options.settings ?? key?.settings ?? {},
      account: options.account,
      scopes: scopesOf(method, options.features),
      typed: options.credential ?? key?.key,
    });
    const { settings } = credential;
    const door = new Door(sandbox, provider, method, credential);
    const account = await identityOf(method.identity, { settings, tables: provider.tables }, door.call);
    const opened = stack.move();
    return { sandbox, provider, settings, account, door, close: () => opened.disposeAsync() };
  }

  get sandbox(): Sandbox {
    return this.#connected.sandbox;
  }

  get account(): Account {
    return this.#connected.account;
  }

  /** Each call of the actions with its answer, in order. */
  get exchanges(): Exchange[] {
    return this.#connected.door.exchanges;
  }

  stage(file: FakeFile): string {
    return this.#files.add(file);
  }

  get saved() {
    return this.#files.saved;
  }

  /** What the sandbox shows of the provider's first account, as a page for people. */
  async page(): Promise<string> {
    const { sandbox, provider } = this.#connected;
    return (await fetch(`${sandbox.url}/?provider=${provider.id}`)).text();
  }

  context(action: AnyAction): ActionContext {
    const { provider, settings, door, account } = this.#connected;
    return {
      http: createHttp({ provider, settings, effect: action.effect, send: door.send }),
      files: this.#files,
      run: { id: uuidv7(Date.now()), marker: markerOf() },
      account,
      settings,
      now: new Date(),
      signal: AbortSignal.timeout(30_000),
    };
  }

  /** Runs an action as the hub does, and gives what it takes to undo, find and repeat it. */
  async run(which: AnyAction | string, input: unknown) {
    const action = typeof which === 'string' ? this.#action(which) : which;
    const context = this.context(action);
    const parsed = action.input.parse(input) as Record<string, unknown>;
    const before: unknown = JSON.parse(JSON.stringify((await action.before?.(context, parsed)) ?? null));
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
    const output: any = action.output.parse(await action.run(context, parsed));
    const undo = () => action.undo!(this.context(action), { input: parsed, output, before });
    const again = () => action.run(context, parsed);
    const recover = () => action.recover!(context, parsed);
    return { output, undo, again, recover, before };
  }

  #action(name: string): AnyAction {
    const found = this.#connected.provider.actions.find((action) => action.name === name);
    if (!found) throw new Error(`No such action: ${name}`);
    return found;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connected.close();
  }
}

/** RFC 9562 §5.7: the time, then chance. */
function uuidv7(now: number): string {
  const hex = now.toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const markerOf = (): string =>
  [...randomBytes(26)].map((byte) => '0123456789abcdefghijklmnopqrstuv'[byte % 32]).join('');

/** The scopes of features and of the base features of a method; of all of them unless told. */
export function scopesOf(method: AuthMethod, features?: readonly Feature[]): string[] {
  const base = 'baseFeatures' in method ? method.baseFeatures : [];
  const chosen = features ? [...base, ...features] : Object.keys(method.features);
  return [...new Set(chosen.flatMap((feature) => method.features[feature]?.scopes ?? []))];
}

interface Typed {
  readonly provider: string;
  readonly method: string;
  readonly key?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** What the sandbox says a person types for a method. */
async function keyOf({ url }: Sandbox, providerId: string, method: string): Promise<Typed | undefined> {
  const { items } = (await (await fetch(`${url}/_sandbox/keys`)).json()) as { items: Typed[] };
  return items.find((key) => key.provider === providerId && key.method === method);
}
