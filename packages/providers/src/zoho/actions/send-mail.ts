import { HubError, mailSend } from '@switchboard/contracts';
import { type ActionContext, defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { foldersOf, Id, mailboxOf, readMail, writeMail } from '../mail/api.ts';
import { storeAll } from '../mail/attachments.ts';
import { addressesOf, idOf, summaryOf, ZohoMessage } from '../mail/message.ts';

type Input = z.output<typeof mailSend.input>;
type Addresses = Input['to'];

const list = (addresses: Addresses): string =>
  addresses.map(({ email, name }) => (name ? `"${name.replaceAll(/["\\\r\n]/g, ' ')}" <${email}>` : email)).join(',');

const recentMs = 15 * 60_000;

/** The message in the Sent folder that says what this one says. */
async function findSent(context: ActionContext, { subject, to }: Input): Promise<ZohoMessage | undefined> {
  const { accountId } = await mailboxOf(context);
  const sent = (await foldersOf(context, accountId)).find(({ folderName }) => folderName === 'Sent');
  const found = await readMail(context, `/accounts/${accountId}/messages/view`, z.array(ZohoMessage), {
    folderId: sent?.folderId,
    limit: 50,
    includeto: true,
  });
  const reached = (message: ZohoMessage) => addressesOf(message.toAddress).map(({ email }) => email.toLowerCase());
  return found.find(
    (message) =>
      summaryOf(message, []).subject === subject &&
      Math.abs(context.now.getTime() - message.receivedTime) < recentMs &&
      to.every(({ email }) => reached(message).includes(email.toLowerCase())),
  );
}

const outcomeOf = (message: ZohoMessage) => ({
  messageId: idOf(message),
  threadId: message.threadId ?? message.messageId,
});

export const sendMail = defineAction({
  name: 'send_mail',
  title: 'Send mail',
  description: 'Sends a message from the Zoho mailbox. Running it twice sends two.',
  fulfils: mailSend,
  effect: 'send',
  idempotent: false,
  needs: ['mail.send'],
  phrases: ['send zoho mail to {to} about {subject}'],
  input: mailSend.input,
  output: mailSend.output,

  /** Refuses what Zoho Mail cannot do while the card is still open. */
  before(_context, { replyTo }) {
    if (replyTo.length > 0) throw new HubError('input_invalid', 'Zoho Mail takes no other address for replies.');
    return Promise.resolve(undefined);
  },

  /** @see https://www.zoho.com/mail/help/api/post-send-an-email.html (read 2026-11-21) */
  async run(context, input) {
    const { accountId, primaryEmailAddress: fromAddress } = await mailboxOf(context);
    const attachments = await storeAll(context, accountId, input.attachments);
    const json = {
      fromAddress,
      toAddress: list(input.to),
      ...(input.cc.length > 0 ? { ccAddress: list(input.cc) } : {}),
      ...(input.bcc.length > 0 ? { bccAddress: list(input.bcc) } : {}),
      subject: input.subject,
      content: input.html ?? input.text,
      mailFormat: input.html === undefined ? 'plaintext' : 'html',
      ...(attachments.length > 0 ? { attachments } : {}),
    };
    const said = z.object({ messageId: Id, folderId: Id.optional(), threadId: Id.optional() });
    const { messageId, folderId, threadId } = await writeMail(
      context,
      `/accounts/${accountId}/messages`,
      { json },
      said,
    );
    return { messageId: folderId ? idOf({ folderId, messageId }) : messageId, threadId: threadId ?? messageId };
  },

  /** Looking needs the right to read mail; without it the outcome stays unknown. */
  async recover(context, input) {
    const sent = await findSent(context, input);
    return sent && outcomeOf(sent);
  },

  examples: [
    {
      input: {
        to: [{ email: 'noor@quillworks.example', name: 'Noor Haddad' }],
        subject: 'Tone of voice: two lines to look at',
        text: 'Hello Noor,\n\nshort sentences it is. See you on Thursday.\n\nAda',
      },
    },
  ],
});
