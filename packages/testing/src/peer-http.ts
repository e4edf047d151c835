import type { IncomingMessage, ServerResponse } from 'node:http';

/** Query and body of a request together, form or JSON. */
export async function fieldsOf(request: IncomingMessage, url: URL): Promise<Record<string, string>> {
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
  const parameters = Object.fromEntries(url.searchParams);
  if (request.headers['content-type']?.includes('json'))
    return { ...parameters, ...(body === '' ? {} : (JSON.parse(body) as Record<string, string> | null)) };
  return { ...parameters, ...Object.fromEntries(new URLSearchParams(body)) };
}

/** Answers JSON. */
export const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
