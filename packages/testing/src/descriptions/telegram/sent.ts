import type { DescribedRequest } from '../api-description.ts';
import { formOf, isJson, jsonOf, mediaTypeOf, partsOf } from '../body.ts';
import { fileSent, type TelegramField } from './check.ts';

/**
 * The parameters of a call, from the query and from a JSON, form or multipart body
 * (https://core.telegram.org/bots/api#making-requests, read 2026-11-21). @throws Error where the body is none of them.
 */
export function parametersOf(
  request: DescribedRequest,
  fields: readonly TelegramField[],
): Readonly<Record<string, unknown>> {
  const typed = ([name, text]: readonly [string, string]) =>
    [
      name,
      typedText(
        fields.find((field) => field.name === name),
        text,
      ),
    ] as const;
  return Object.fromEntries([...[...request.url.searchParams].map(typed), ...bodyMembers(request, typed)]);
}

type Typed = (member: readonly [string, string]) => readonly [string, unknown];

function bodyMembers(request: DescribedRequest, typed: Typed): readonly (readonly [string, unknown])[] {
  const mediaType = mediaTypeOf(request);
  if (request.body.byteLength === 0) return [];
  if (isJson(mediaType)) return Object.entries(jsonOf(request) ?? {});
  if (mediaType === 'application/x-www-form-urlencoded') return formOf(request).map(typed);
  if (mediaType !== 'multipart/form-data') throw new Error(`content type ${mediaType || 'none'}`);
  return partsOf(request).map(({ name, filename, bytes }) =>
    filename === undefined ? typed([name, Buffer.from(bytes).toString('utf8')]) : ([name, fileSent] as const),
  );
}

/** A text as its field means it: numbers and flags by their types, objects and lists as JSON. */
function typedText(field: TelegramField | undefined, text: string): unknown {
  const types = field?.types ?? [];
  if (types.includes('String')) return text;
  if (types.includes('Integer') || types.includes('Float')) return text === '' ? text : Number(text);
  if (types.includes('Boolean') || types.includes('True'))
    return text === 'true' ? true : text === 'false' ? false : text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
