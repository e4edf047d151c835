import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { apiKey, defineProvider, type ProviderDeclaration, serviceAccount } from '@switchboard/provider-kit';
import { z } from 'zod';

const origin = 'https://api.keyed.test';
const features = {
  'notes.read': { title: 'Read notes', description: 'See your notes.', scopes: ['notes.read'] },
  'notes.write': {
    title: 'Write notes',
    description: 'Change your notes.',
    scopes: ['notes'],
    includes: ['notes.read'],
  },
};
const typedAddress = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[^\s?#]+$/);

/** A provider that is connected by keys of several kinds. */
export const keyedProvider: ProviderDeclaration = defineProvider({
  id: 'keyed',
  title: 'Keyed',
  description: 'A provider for tests.',
  docsUrl: 'https://keyed.test/docs',
  auth: {
    key: apiKey({
      keyPattern: '^k-[a-z0-9-]+$',
      keyHint: 'A key begins with k-.',
      use: { in: 'path', prefix: '/bot' },
      features,
      settings: z.object({ chat: z.string().max(20).optional().meta({ editable: true }) }),
      identity: {
        endpoint: `${origin}/me`,
        method: 'POST',
        body: '{}',
        subject: '/id',
        name: '/name',
        mustSay: { '/ok': true },
      },
    }),
    typed: apiKey({
      personAddress: true,
      use: { in: 'basic', user: '{user}' },
      features: {},
      settings: z.object({ baseUrl: typedAddress, user: z.string().max(50) }),
      identity: { endpoint: '{baseUrl}/check' },
    }),
    service: serviceAccount({
      tokenEndpoint: `${origin}/token`,
      actsFor: 'person',
      features,
      baseFeatures: [],
      settings: z.object({ person: z.email() }),
      identity: { endpoint: `${origin}/whoami`, subject: '/id' },
      revokeByHand: 'An administrator takes the delegation back.',
    }),
  },
  api: { baseUrl: origin, hosts: [origin] },
  explain: () => ({ kind: 'rejected' }),
  actions: [],
});

/** The provider as it behaves: whose keys it knows, and what it was asked. */
export class KeyServer {
  /** Account by key, or by access token. */
  readonly accounts = new Map<string, { id: string; name?: string }>();
  readonly heard: { readonly path: string; readonly authorization: string; readonly body: string }[] = [];
  /** Ran before an answer, for example to hold it back. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();
  /** The refusal of the token endpoint. */
  refuses: string | undefined;
  private minted = 0;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<KeyServer> {
    const keys = new KeyServer();
    keys.server.listen(0, '127.0.0.1');
    await once(keys.server, 'listening');
    return keys;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get originMap(): Record<string, string> {
    return { [origin]: this.url, 'https://typed.keyed.test': this.url };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path = '', headers } = request;
    const { authorization = '' } = headers;
    const body = await text(request);
    this.heard.push({ path, authorization, body });
    await this.beforeAnswer();
    const send = (status: number, value: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (path === '/token' && this.refuses) return send(401, { error: this.refuses, error_description: 'No.' });
    if (path === '/token') {
      const token = `at-${++this.minted}`;
      this.accounts.set(token, { id: 'ada-subject' });
      return send(200, { access_token: token, expires_in: 3_600, token_type: 'Bearer' });
    }
    const [, kind = '', value = ''] = /^(?:(Basic) )?(?:Bearer )?(.*)$/.exec(authorization) ?? [];
    const key = kind
      ? Buffer.from(value, 'base64').toString().split(':')[1]!
      : value || path.slice('/bot'.length).split('/')[0]!;
    const account = this.accounts.get(key);
    if (path.endsWith('/me')) return send(200, account ? { ok: true, ...account } : { ok: false });
    send(account ? 200 : 401, account ?? { error: 'who?' });
  }
}
