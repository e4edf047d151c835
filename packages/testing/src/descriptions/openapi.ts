import { unknownOf, type ApiDescription, type DescribedAnswer, type DescribedRequest } from './api-description.ts';
import { eventsOf, isJson, jsonOf, mediaTypeOf } from './body.ts';
import { openApi3, swagger2 } from './openapi/dialects.ts';
import { Documents } from './openapi/document.ts';
import { operationsOf, type Operation } from './openapi/operation.ts';
import { requestFindings, schemaFor, type RequestOptions } from './openapi/request.ts';
import { routerOf, type RouteOptions } from './openapi/route.ts';
import { schemaFindings } from './openapi/schema.ts';

export interface OpenApiOptions extends RouteOptions, RequestOptions {
  /** As `GitHub OpenAPI 3.0`. */
  readonly name: string;
  /** True where the description is known to leave members of answers out. */
  readonly openAnswers?: boolean;
  /** True where any one of an operation's listed scopes suffices. */
  readonly anyScope?: boolean;
  /** True for a refusal that comes with a good status, as Slack's `ok: false`; it is held against the default answer. */
  readonly isRefusal?: (body: unknown) => boolean;
}

/** OpenAPI 3.0, 3.1 or Swagger 2.0 files of a folder, in JSON or YAML; undefined where one is not there. */
export function openApi(folder: string, files: readonly string[], options: OpenApiOptions): ApiDescription | undefined {
  const documents = Documents.load(folder, files);
  return documents && describe(documents, options);
}

interface Judged {
  readonly operation: Operation;
  readonly findings: string[];
}

/** The description that documents give. */
export function describe(documents: Documents, options: OpenApiOptions): ApiDescription {
  const operations = documents.all.flatMap((document) =>
    operationsOf(document, documents, document.swagger === '2.0' ? swagger2 : openApi3),
  );
  const routes = routerOf(operations, options);
  const judged = new WeakMap<DescribedRequest, Judged | undefined>();

  /** Where variants of one operation are described apart, the one that fits best. */
  const best = (request: DescribedRequest): Judged | undefined => {
    if (!judged.has(request)) judged.set(request, bestOf(request));
    return judged.get(request);
  };
  const bestOf = (request: DescribedRequest): Judged | undefined =>
    routes(request)
      .map((route) => ({
        operation: route.operation,
        findings: requestFindings(documents, route, request, options),
      }))
      .sort((one, other) => one.findings.length - other.findings.length)[0];

  return {
    name: options.name,
    operationCount: operations.length,
    covers: (request) => best(request)?.operation.id,
    findings: (request) => best(request)?.findings ?? [unknownOf(request)],
    answerFindings(request, answer) {
      const found = best(request);
      return found ? answerFindings(documents, found.operation, answer, options) : [];
    },
    scopesOf(request) {
      const sets = best(request)?.operation.scopes ?? [];
      if (sets.length === 0) return undefined;
      return options.anyScope ? sets.flat().map((scope) => [scope]) : sets;
    },
  };
}

function answerFindings(
  documents: Documents,
  { id, answers }: Operation,
  answer: DescribedAnswer,
  { openAnswers = false, isRefusal }: OpenApiOptions,
): string[] {
  const status = String(answer.status);
  const refused = isRefusal !== undefined && isJson(mediaTypeOf(answer)) && isRefusal(jsonOf(answer));
  const content = refused
    ? answers.default
    : (answers[status] ?? answers[`${status[0]}XX`] ?? answers[`${status[0]}xx`] ?? answers.default);
  if (!content) return answer.status < 400 ? [`${id}: answers ${status}, which is not described`] : [];
  if (answer.body.byteLength === 0) return [];
  const mediaType = mediaTypeOf(answer);
  const schema = schemaFor(content, mediaType);
  if (schema === undefined) {
    const isEmpty = Object.keys(content).length === 0;
    return answer.status >= 400
      ? []
      : [`${id}: answers ${status} with ${isEmpty ? 'a body' : mediaType}, which is not described`];
  }
  const values = mediaType === 'text/event-stream' ? eventsOf(answer) : isJson(mediaType) ? [jsonOf(answer)] : [];
  const judge = { documents, side: 'answer', closed: !openAnswers } as const;
  return values.flatMap((value) => schemaFindings(judge, schema, value, `${id} ${refused ? 'refusal' : status}`));
}
