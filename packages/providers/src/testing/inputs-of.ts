import type { AnyAction } from '@switchboard/provider-kit';
import { arbitraryOf, type Overrides } from '@switchboard/testing/arbitrary';
import fc from 'fast-check';
import { exampleFileId } from './sandbox-account.ts';

type Input = Readonly<Record<string, unknown>>;

/** Inputs of an action: wholly generated ones, and examples in which one member is generated. */
export function inputsOf(action: AnyAction, overrides: Overrides = {}): fc.Arbitrary<unknown> {
  const generated = arbitraryOf(action.input, {
    fileId: fc.constant(exampleFileId),
    ...overrides,
  }) as fc.Arbitrary<Input>;
  const examples = fc.constantFrom(...action.examples.map(({ input }) => input as Input));
  const changed = fc.tuple(examples, generated, fc.nat()).map(([example, other, at]) => {
    const names = Object.keys(other);
    const name = names[at % names.length];
    return name === undefined ? example : { ...example, [name]: other[name] };
  });
  return fc.oneof(generated, changed);
}
