import { readBody } from '../kit/body.ts';
import { json, type OriginHandler, type SandboxAnswer, type SandboxRequest } from '../kit/exchange.ts';
import { Refusal } from '../kit/refusal.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { BotMethod } from './method.ts';
import { methodsOf } from './methods.ts';
import { botOf } from './bots.ts';
import { accounts, tokenOf, type Bot } from './model.ts';
import { refuse, told } from './refusals.ts';

const perSecond = 30;

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function serveBots(kit: SandboxKit): OriginHandler {
  const methods = methodsOf(kit);
  return (request) => {
    try {
      return answer(kit, methods, request);
    } catch (error) {
      if (error instanceof Refusal) return refuse(error);
      throw error;
    }
  };
}

function answer(kit: SandboxKit, methods: ReadonlyMap<string, BotMethod>, request: SandboxRequest): SandboxAnswer {
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.path);
  if (file) return fileAnswer(kit, botBy(kit, file[1]!), file[2]!);
  const [, token = '', name = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? [];
  const bot = botBy(kit, token);
  const method = methods.get(name.toLowerCase());
  if (!method || !['GET', 'POST'].includes(request.method)) throw told(404, 'Not Found');

  const wait = kit.quotas.spend('telegram', String(bot.user.id), 1, perSecond, 1);
  if (wait !== undefined) throw told(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait });
  const given = { ...Object.fromEntries(request.query), ...bodyOf(request) };
  const parsed = method.parameters.safeParse(given);
  if (!parsed.success) throw new Refusal('bad_body', 'wrong parameters', { issue: parsed.error.issues[0]! });
  return json(200, { ok: true, result: method.run(bot, parsed.data) });
}

/** @throws {Refusal} 401 for a token that is none of ours, 404 for what is no token at all. */
function botBy(kit: SandboxKit, token: string): Bot {
  if (!/^\d{6,12}(:|%3A)[\w-]{30,64}$/i.test(token)) throw told(404, 'Not Found');
  const wanted = decodeURIComponent(token);
  const found = accounts.map((account) => botOf(kit, account)).find((bot) => tokenOf(bot) === wanted);
  if (!found) throw told(401, 'Unauthorized');
  return found;
}

function bodyOf(request: SandboxRequest): object {
  const body = readBody(request, ['json', 'form', 'multipart']) ?? {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw told(400, 'Bad Request: object expected');
  return body;
}

function fileAnswer(kit: SandboxKit, bot: Bot, path: string): SandboxAnswer {
  const file = bot.files.find((one) => one.path === path);
  if (!file) throw told(404, 'Not Found');
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: kit.store.blob(file.blob) };
}
