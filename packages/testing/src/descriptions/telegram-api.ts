import { existsSync, readFileSync } from 'node:fs';
import { unknownOf, type ApiDescription, type DescribedAnswer, type DescribedRequest } from './api-description.ts';
import { jsonOf } from './body.ts';
import { memberFindings, typeFindings, type TelegramField, type TelegramTypes } from './telegram/check.ts';
import { parametersOf } from './telegram/sent.ts';

interface TelegramMethod {
  readonly name: string;
  readonly fields?: readonly TelegramField[];
  readonly returns: readonly string[];
}

export interface TelegramDocument {
  readonly version: string;
  readonly methods: Readonly<Record<string, TelegramMethod>>;
  readonly types: TelegramTypes;
}

/** Telegram's Bot API from its JSON; undefined where the file is not there. */
export function telegramApi(file: string): ApiDescription | undefined {
  return existsSync(file) ? telegramOf(JSON.parse(readFileSync(file, 'utf8')) as TelegramDocument) : undefined;
}

/** A description of the parsed JSON. */
export function telegramOf({ version, methods, types }: TelegramDocument): ApiDescription {
  const names = new Map(Object.values(methods).map((method) => [method.name.toLowerCase(), method]));
  const methodOf = ({ method, url }: DescribedRequest): TelegramMethod | undefined => {
    const called = /^\/(?:bot[^/]+\/)?(\w+)$/.exec(url.pathname)?.[1]?.toLowerCase();
    return ['GET', 'POST'].includes(method) && url.origin === 'https://api.telegram.org' && called !== undefined
      ? names.get(called)
      : undefined;
  };

  return {
    name: `Telegram ${version}`,
    operationCount: names.size,
    covers: (request) => methodOf(request)?.name,
    findings(request) {
      const method = methodOf(request);
      if (!method) return [unknownOf(request)];
      const fields = method.fields ?? [];
      return orThrown(method.name, () => memberFindings(types, fields, parametersOf(request, fields), method.name));
    },
    answerFindings(request, answer) {
      const method = methodOf(request);
      return method
        ? orThrown(`${method.name} ${answer.status}`, (at) => answerFindings(types, method, answer, at))
        : [];
    },
    scopesOf: () => undefined,
  };
}

function orThrown(at: string, work: (at: string) => string[]): string[] {
  try {
    return work(at);
  } catch (error) {
    return [`${at}: ${(error as Error).message}`];
  }
}

const refusal: readonly TelegramField[] = [
  { name: 'ok', types: ['Boolean'], required: true, description: '' },
  { name: 'error_code', types: ['Integer'], required: true, description: '' },
  { name: 'description', types: ['String'], required: true, description: '' },
  { name: 'parameters', types: ['ResponseParameters'], required: false, description: '' },
];

function answerFindings(
  types: TelegramTypes,
  { returns }: TelegramMethod,
  answer: DescribedAnswer,
  at: string,
): string[] {
  const body = jsonOf(answer);
  if (typeof body !== 'object' || body === null) return [`${at}: no object`];
  const { ok, result, ...others } = body as Readonly<Record<string, unknown>>;
  if (ok !== (answer.status === 200)) return [`${at}: ok is ${String(ok)}`];
  if (!ok) {
    const wrong =
      others['error_code'] === answer.status ? [] : [`${at}: error_code is ${String(others['error_code'])}`];
    return [...wrong, ...memberFindings(types, refusal, { ok, ...others }, at)];
  }
  const unknown = Object.keys(others).filter((name) => name !== 'description');
  return [
    ...unknown.map((name) => `${at}: unknown field ${name}`),
    ...typeFindings(types, returns, result, `${at} result`),
  ];
}
