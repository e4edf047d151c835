import type { CapabilityDefinition, Effect, Feature } from '@switchboard/contracts';
import type { z } from 'zod';
import type { Http } from './http.ts';

export interface StagedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  stream(): ReadableStream<Uint8Array>;
  bytes(): Promise<Uint8Array>;
}

/** The staged files of the person an action runs for. */
export interface Files {
  /** @throws HubError `input_invalid` where the file is unknown or gone. */
  open(fileId: string): Promise<StagedFile>;
  save(
    file: { name: string; mediaType: string },
    content: Uint8Array | ReadableStream<Uint8Array>,
  ): Promise<{ fileId: string; sizeBytes: number }>;
}

export interface ActionContext {
  readonly http: Http;
  readonly files: Files;
  /** `marker`: 26 characters of base32hex, unique to the run; ids and Message-IDs are derived from it. */
  readonly run: { readonly id: string; readonly marker: string };
  readonly account: { readonly subject: string; readonly email?: string; readonly name?: string };
  readonly settings: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly signal: AbortSignal;
}

export interface ActionDefinition<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Before = unknown,
> {
  readonly kind: 'action';
  readonly name: string;
  /** Raised when what it does with the same input changes; part of a proposal's digest. */
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly fulfils?: CapabilityDefinition;
  readonly effect: Effect;
  /** True where running it twice with the same run has one effect. */
  readonly idempotent: boolean;
  readonly needs: readonly Feature[];
  readonly phrases?: readonly string[];
  readonly input: Input;
  readonly output: Output;
  run(context: ActionContext, input: z.output<Input>): Promise<z.input<Output>>;
  /**
   * Reads what `undo` will need, before the action runs. Cards show it: an event or `messages` as what the action is about, else a `title`
   * or `name` in place of the first id of the input; a member named as an input's field as its old side, and `recipients` as people it
   * reaches that the input does not name.
   */
  before?(context: ActionContext, input: z.output<Input>): Promise<Before>;
  undo?(
    context: ActionContext,
    done: { input: z.output<Input>; output: z.output<Output>; before: Before },
  ): Promise<void>;
  /** After an unclear answer: finds what the run did by its marker, or undefined where nothing happened. */
  recover?(context: ActionContext, input: z.output<Input>): Promise<z.input<Output> | undefined>;
  readonly examples: readonly { readonly title?: string; readonly input: z.input<Input> }[];
}

/** Any action, where the types of its input and output do not matter. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- methods are contravariant in their input
export type AnyAction = ActionDefinition<any, any, any>;

/** What is missing for an action to fulfil a capability; `unknown` where nothing is. */
type Fulfilling<Input extends z.ZodType, Output extends z.ZodType, Capability> =
  Capability extends CapabilityDefinition<infer Asked, infer Answered>
    ? z.output<Asked> extends z.input<Input>
      ? z.output<Output> extends z.output<Answered>
        ? unknown
        : { output: "must contain the capability's output" }
      : { input: "must accept the capability's input" }
    : unknown;

/** Declares one operation of a provider. Its input accepts the capability's it fulfils, its output contains it; the type checks both. */
export function defineAction<
  const Input extends z.ZodObject,
  const Output extends z.ZodType,
  Before = undefined,
  const Capability extends CapabilityDefinition | undefined = undefined,
>(
  definition: Omit<ActionDefinition<Input, Output, Before>, 'kind' | 'version' | 'fulfils'> & {
    version?: number;
    fulfils?: Capability;
  } & Fulfilling<Input, Output, Capability>,
): ActionDefinition<Input, Output, Before> {
  return Object.freeze({ kind: 'action', version: 1, ...definition }) as ActionDefinition<Input, Output, Before>;
}
