import { HubError, type Effect } from '@switchboard/contracts';
import type { z } from 'zod';
import { apiOf, isListed } from './connection-api.ts';
import { changes, checkedAnswer, failureOf, unansweredOf, type Attempt } from './failure.ts';
import type { Http, HttpAnswer, HttpMethod, HttpRequest } from './http.ts';
import { multipart } from './multipart.ts';
import type { ProviderDeclaration } from './provider.ts';
import type { Send } from './send.ts';

export interface HttpOptions {
  readonly provider: Pick<ProviderDeclaration, 'id' | 'title' | 'api' | 'tables' | 'explain' | 'isRefusal'>;
  /** The connection's; they fill the templates of `api`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly send: Send;
  /** The action's; a `read` never ends with `outcome_unknown`. */
  readonly effect: Effect;
}

/** The `http` of one action: addresses checked, failures in the hub's words, answers parsed with their schema. */
export function createHttp({ provider, settings = {}, send, effect }: HttpOptions): Http {
  const api = apiOf(provider, settings);

  const request: Http['request'] = async (method, pathOrUrl, options = {}) => {
    const attempt: Attempt = { provider, changes: changes(effect, method) };
    const { maxAnswerBytes, streamed, link, redirect } = options;
    const url = addressOf(api, pathOrUrl, options);
    const { headers, body } = bodyOf(options, link ? {} : api.headers);
    const idempotent = options.idempotent ?? method === 'GET';
    const outbound = { method, url, headers, body, idempotent, maxAnswerBytes, streamed, link, redirect };

    const answer = await read(() => send(outbound), attempt);
    const refused = answer.status >= 400 || (!streamed && (await isRefused(provider, answer, attempt)));
    if (refused) throw await refusal(provider, answer, attempt);
    return {
      ...answer,
      text: () => read(() => answer.text(), attempt),
      bytes: () => read(() => answer.bytes(), attempt),
      stream: () => answer.stream(),
    };
  };

  const call =
    (method: HttpMethod) =>
    async <T>(pathOrUrl: string, options: HttpRequest & { schema: z.ZodType<T> }): Promise<T> => {
      const answer = await request(method, pathOrUrl, options);
      const value = jsonOf(await answer.text());
      return checkedAnswer(options.schema, value, { provider, changes: changes(effect, method) });
    };

  return {
    request,
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: async (pathOrUrl, options) => void (await request('DELETE', pathOrUrl, options)),
  };
}

async function read<T>(work: () => Promise<T>, attempt: Attempt): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw unansweredOf(cause, attempt);
  }
}

/** True where a JSON answer with a good status is what the provider calls a refusal. */
async function isRefused(provider: HttpOptions['provider'], answer: HttpAnswer, attempt: Attempt): Promise<boolean> {
  if (!provider.isRefusal || !/\bjson\b/.test(answer.headers['content-type'] ?? '')) return false;
  return provider.isRefusal(jsonOf(await read(() => answer.text(), attempt)));
}

async function refusal(provider: HttpOptions['provider'], answer: HttpAnswer, attempt: Attempt): Promise<HubError> {
  const body = await answer.text().then(jsonOf, () => undefined);
  return failureOf(provider.explain({ status: answer.status, headers: answer.headers, body }), attempt, answer.status);
}

/** The value of a JSON text, or the text itself where it is none. */
function jsonOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function addressOf(api: ProviderDeclaration['api'], pathOrUrl: string, { query = {}, link }: HttpRequest): URL {
  const url = new URL(/^https:\/\//.test(pathOrUrl) ? pathOrUrl : `${api.baseUrl}${pathOrUrl}`);
  const hosts = link ? (api.fileHosts ?? []) : api.hosts;
  if (!isListed(hosts, url.origin) || url.username || url.password) {
    throw new HubError('egress_refused', `An action may not call ${url.host}.`);
  }
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      url.searchParams.append(name, String(one));
    }
  }
  return url;
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: HttpRequest['body'];
}

function bodyOf({ headers: own, json, form, parts, body }: HttpRequest, common: Sent['headers'] | undefined): Sent {
  const headers = { ...common, ...own };
  if (json !== undefined) {
    return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json) };
  }
  if (form) {
    const encoded = new URLSearchParams(form).toString();
    return { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: encoded };
  }
  if (parts) {
    const { headers: described, body: content } = multipart(parts);
    return { headers: { ...headers, ...described }, body: content };
  }
  return { headers, body };
}
