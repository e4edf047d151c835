import { HubError } from '@switchboard/contracts';
import type { FastifyRequest } from 'fastify';
import { checkText } from '../http/strict-json.ts';

const maxParameters = 40;

/** The query with every parameter at most once (RFC 6749 §3.1). @throws HubError `flow_invalid` */
export function onceEach({ url }: FastifyRequest): Record<string, string> {
  const start = url.indexOf('?');
  const pairs = [...new URLSearchParams(start < 0 ? '' : url.slice(start + 1))];
  const parameters = Object.fromEntries(pairs);
  if (pairs.length > maxParameters || Object.keys(parameters).length !== pairs.length)
    throw new HubError('flow_invalid');
  for (const [name, value] of pairs) {
    checkText(value);
    if (name.length > 64 || value.length > 8_192) throw new HubError('flow_invalid');
  }
  return parameters;
}
