import type { Documents } from './document.ts';
import { typesOf } from './scalar.ts';
import type { Schema } from './schema.ts';

/** A text of an address or form as the type its schema has; the text itself where that has another. */
export function typed(documents: Documents, reference: Schema | undefined, text: string): unknown {
  const schema = documents.resolve(reference ?? {});
  const choices = [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const types = choices.flatMap((one) => typesOf(documents.resolve(one)));
  if (types.includes('boolean') && /^(?:true|false)$/.test(text)) return text === 'true';
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(?:\.\d+)?$/.test(text)) {
    return types.includes('string') ? text : Number(text);
  }
  return text;
}

/** Texts under one name as their schema has them: a list, or the one value. */
export function valueOf(
  documents: Documents,
  reference: Schema | undefined,
  texts: readonly string[],
  isRepeated: boolean,
): unknown {
  const schema = documents.resolve(reference ?? {});
  const list = [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
    .map((one) => documents.resolve(one))
    .find((one) => typesOf(one).includes('array'));
  if (list && (list === schema || texts.length > 1)) {
    const items = isRepeated ? texts : texts.flatMap((text) => text.split(','));
    return items.map((text) => typed(documents, list.items, text));
  }
  return texts.length > 1 ? texts : typed(documents, reference, texts[0]!);
}
