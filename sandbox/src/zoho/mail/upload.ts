import { z } from 'zod';
import { type ApiMethod, methodsFor } from '../../kit/api.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { ZohoAccount } from '../accounts.ts';
import { ownMailbox } from './own-mailbox.ts';

const largestBytes = 20 * 1024 * 1024;

/** Stores a file that a message will carry. */
export const attachmentMethods = (kit: SandboxKit): ApiMethod<ZohoAccount>[] => [
  methodsFor<ZohoAccount>()({
    id: 'mail.attachments.upload',
    http: 'POST',
    path: '/accounts/{account}/messages/attachments',
    scopes: ['ZohoMail.messages.CREATE'],
    query: z.strictObject({ fileName: z.string().min(1) }),
    accepts: ['bytes'],
    body: z.instanceof(Buffer),
    run: ({ account, params, query: { fileName }, media }) => {
      const box = ownMailbox(kit, account, params.account!);
      if (!media) throw new Refusal('invalid', 'Invalid Input', { code: 'FILE_MISSING' });
      if (media.length > largestBytes)
        throw new Refusal('invalid', 'File size exceeds the limit', { code: 'FILE_TOO_LARGE' });
      box.next += 1;
      const attachmentPath = `/Mail/${account.id}/${box.next}-${fileName}`;
      box.uploads[attachmentPath] = { name: fileName, blob: kit.store.putBlob(media), sizeBytes: media.length };
      kit.store.changed();
      return { storeName: `NN2:${account.id}`, attachmentName: fileName, attachmentPath };
    },
  }),
];
