import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Connection } from '@switchboard/contracts';
import { createEgress } from '@switchboard/egress';
import type { AuthMethod, ProviderDeclaration } from '@switchboard/provider-kit';
import { Secret } from '@switchboard/vault/sealing';
import type { CredentialsService, Issued } from '../credentials/credentials.service.ts';
import { OutboundService } from '../credentials/outbound.service.ts';
import { notesProvider } from './notes-provider.ts';

export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Answer = (heard: Heard, response: ServerResponse) => void;

/** A provider with one method that puts its key where `use` says. */
export const providerWith = (
  use: AuthMethod['use'],
  changes: Partial<ProviderDeclaration> = {},
  method: Partial<AuthMethod> = {},
): ProviderDeclaration => ({
  ...notesProvider,
  auth: { key: { ...notesProvider.auth['key'], use, ...method } as AuthMethod },
  ...changes,
});

/** The way out of the service with a provider that hears everything, and a double of what issues credentials. */
export async function startOutbound({
  answer = (heard, response) => response.end(JSON.stringify(heard)),
  tokens = ['canary-7d21-token'],
  origins = ['https://api.notes.example'],
}: { answer?: Answer; tokens?: string[]; origins?: string[] } = {}) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => void hear(request, response));
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: await text(request) };
    heard.push(one);
    answer(one, response);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const egress = createEgress({ originMap: Object.fromEntries(origins.map((origin) => [origin, url])) });
  let at = 0;
  const connection = (changes: Partial<Connection> = {}): Connection =>
    ({ id: 'c1', provider: 'notes', environment: 'sandbox', label: 'Ada', settings: {}, ...changes }) as Connection;
  const issue = (changes: Partial<Connection> = {}, clientId?: string): Issued => ({
    connection: connection(changes),
    secret: new Secret(tokens[0] ?? ''),
    clientId,
  });
  const credentials = {
    issue: (asked: unknown) => Promise.resolve(issue(asked as object)),
    reissue: (refused: Issued) => {
      at = Math.min(at + 1, tokens.length - 1);
      return Promise.resolve({ ...refused, secret: new Secret(tokens[at] ?? '') });
    },
  } as unknown as CredentialsService;
  return {
    heard,
    egress,
    issue,
    credentials,
    outbound: new OutboundService(egress, credentials),
    [Symbol.asyncDispose]: async () => {
      await egress.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
