import { mailForward } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import { prefixed } from '../mail/answering.ts';
import { checkSize, compose, contentsOf, openFiles } from '../mail/compose.ts';
import { fetchMessage, fetchPart } from '../mail/messages.ts';
import { findSent, sendMessage } from '../mail/outgoing.ts';
import { attachmentParts, nameOf, toMessage, toSummary } from '../mail/parse.ts';
import { forwarded } from '../mail/quote.ts';

/** The mail and all that would be attached. @throws HubError `input_invalid` where that is more than Gmail takes. */
async function loaded(context: ActionContext, messageId: string, attachments: Parameters<typeof openFiles>[1]) {
  const files = await openFiles(context, attachments);
  const original = await fetchMessage(context, messageId);
  const parts = attachmentParts(original.payload);
  const sizes = [...files.map(({ file }) => file.sizeBytes), ...parts.map(({ body }) => body?.size ?? 0)];
  checkSize(sizes.reduce((sum, bytes) => sum + bytes, 0));
  return { original, files, parts };
}

export const forwardMail = defineAction({
  name: 'forward_mail',
  title: 'Forward',
  description: 'Sends a message on with its attachments and a note on top. A mail that was sent cannot be called back.',
  fulfils: mailForward,
  effect: 'send',
  idempotent: false,
  needs: ['mail.read', 'mail.send'],
  phrases: ['forward {messageId} to {to}', 'send {messageId} on to {to}'],
  input: mailForward.input.extend({ messageId: messageChoice('google') }),
  output: mailForward.output,

  async before(context, { messageId, attachments }) {
    const { original } = await loaded(context, messageId, attachments);
    return { message: toSummary(original) };
  },

  async run(context, { messageId, to, cc, text, attachments }) {
    const { original, files, parts } = await loaded(context, messageId, attachments);
    const carried = [];
    for (const part of parts) {
      const bytes = await fetchPart(context, messageId, part);
      carried.push({ name: nameOf(part), mediaType: part.mimeType ?? 'application/octet-stream', bytes });
    }
    const message = toMessage(original);
    const letter = { to, cc, subject: prefixed('Fwd', message.subject), ...forwarded(message, text) };
    const contents = [...carried, ...(await contentsOf(files))];
    return sendMessage(context, await compose(context, { ...letter, attachments: contents }));
  },

  recover: findSent,

  examples: [
    { input: { messageId: 'ada0000000000001', to: [{ email: 'priya@fernhill.example' }], text: 'See below.' } },
  ],
});
