import type { SandboxRequest } from '../kit/exchange.ts';
import type { Caller } from '../kit/rest.ts';
import { type Writer, writers } from '../notes/model.ts';

/** Reads the key from any of the three places where such APIs take one. */
export function callerOf(request: SandboxRequest): Caller<Writer> | 'missing' | undefined {
  const [scheme, value] = (request.headers.authorization ?? '').split(' ');
  const header = request.headers['x-api-key'];
  const parameter = request.query.get('api_key');
  if (scheme?.toLowerCase() === 'basic') {
    const [user, key] = Buffer.from(value ?? '', 'base64')
      .toString('utf8')
      .split(':');
    return known((writer) => writer.user === user && writer.key === key);
  }
  const key = scheme?.toLowerCase() === 'bearer' ? value : (header ?? parameter);
  if (key === undefined || key === null) return 'missing';
  return known((writer) => writer.key === key);
}

function known(fits: (writer: Writer) => boolean): Caller<Writer> | undefined {
  const account = writers.find(fits);
  return account && { account, scopes: new Set<string>() };
}
