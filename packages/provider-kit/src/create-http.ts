import { HubError, type Effect } from '@switchboard/contracts';
import type { z } from 'zod';
import { changes, checkedAnswer, failureOf, unansweredOf, type Attempt } from './failure.ts';
import type { Http, HttpAnswer, HttpMethod, HttpRequest } from './http.ts';
import type { ProviderDeclaration } from './provider.ts';
import type { Send } from './send.ts';

export interface HttpOptions {
  readonly provider: Pick<ProviderDeclaration, 'id' | 'title' | 'api' | 'explain' | 'isRefusal'>;
  readonly send: Send;
  /** The action's; a `read` never ends with `outcome_unknown`. */
  readonly effect: Effect;
}

/** The `http` of one action: addresses checked, failures in the hub's words, answers parsed with their schema. */
export function createHttp({ provider, send, effect }: HttpOptions): Http {
  const request: Http['request'] = async (method, pathOrUrl, options = {}) => {
    const attempt: Attempt = { provider, changes: changes(effect, method) };
    const url = addressOf(provider.api, pathOrUrl, options.query);
    const { headers, body } = bodyOf(options);
    const idempotent = options.idempotent ?? method === 'GET';
    const { maxAnswerBytes } = options;

    const answer = await read(() => send({ method, url, headers, body, idempotent, maxAnswerBytes }), attempt);
    if (answer.status >= 400) throw await refusal(provider, answer, attempt);
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

function addressOf(api: ProviderDeclaration['api'], pathOrUrl: string, query: HttpRequest['query'] = {}): URL {
  const url = new URL(/^https:\/\//.test(pathOrUrl) ? pathOrUrl : `${api.baseUrl}${pathOrUrl}`);
  if (!api.hosts.includes(url.origin) || url.username || url.password) {
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

function bodyOf({ headers = {}, json, form, body }: HttpRequest): Pick<HttpRequest, 'body'> & {
  headers: Record<string, string>;
} {
  if (json !== undefined) {
    return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json) };
  }
  if (form) {
    const encoded = new URLSearchParams(form).toString();
    return { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: encoded };
  }
  return { headers: { ...headers }, body };
}
