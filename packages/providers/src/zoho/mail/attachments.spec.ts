import { expect, test } from '@jest/globals';
import type { ActionContext, HttpRequest } from '@switchboard/provider-kit';
import { text } from 'node:stream/consumers';
import { storeAll } from './attachments.ts';

test('a staged file flows to Zoho and is never held whole', async () => {
  const sent: string[] = [];
  const file = {
    name: 'plan.txt',
    mediaType: 'text/plain',
    sizeBytes: 5,
    stream: () => ReadableStream.from([Buffer.from('he'), Buffer.from('llo')]),
    bytes: () => Promise.reject(new Error('it was read into memory')),
  };
  const stored = { storeName: 's', attachmentName: 'plan.txt', attachmentPath: '/p' };
  const context = {
    settings: { dataCentre: 'eu' },
    files: { open: async () => file },
    http: {
      request: async (_method: string, url: string, { headers, body }: HttpRequest) => {
        sent.push(`${url} ${headers?.['content-length']} ${await text(body as never)}`);
        return { status: 200, text: async () => JSON.stringify({ data: stored }) };
      },
    },
  } as unknown as ActionContext;

  const names = await storeAll(context, '7', [{ fileId: 'f' }]);

  expect(names).toEqual([stored]);
  expect(sent).toEqual(['https://mail.zoho.eu/api/accounts/7/messages/attachments 5 hello']);
});
