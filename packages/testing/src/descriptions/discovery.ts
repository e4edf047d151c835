import { Discovery, type DiscoveryRequest } from '../discovery.ts';
import { unknownOf, type ApiDescription, type DescribedRequest } from './api-description.ts';
import { isJson, jsonOf, mediaTypeOf } from './body.ts';

/** One Google Discovery document; undefined where `<name>.json` is not in the folder. */
export function discovery(folder: string, name: string): ApiDescription | undefined {
  const api = Discovery.load(folder, name);
  if (!api) return undefined;
  const idOf = (request: DescribedRequest): string | undefined => api.match(request)?.method.id;
  return {
    name: `Google Discovery ${name}`,
    operationCount: api.methods.length,
    covers: idOf,
    findings: (request) => (idOf(request) === undefined ? [unknownOf(request)] : api.findings(plain(request))),
    answerFindings(request, answer) {
      const match = api.match(request);
      const isMedia = request.url.searchParams.get('alt') === 'media' || !isJson(mediaTypeOf(answer));
      if (!match || answer.status >= 400 || (isMedia && answer.body.byteLength > 0)) return [];
      return api.answerFindings(match.method, jsonOf(answer));
    },
    scopesOf: (request) => api.match(request)?.method.scopes?.map((scope) => [scope]),
  };
}

const plain = (request: DescribedRequest): DiscoveryRequest => ({
  method: request.method,
  url: request.url,
  ...(isJson(mediaTypeOf(request)) && { json: jsonOf(request) }),
});
