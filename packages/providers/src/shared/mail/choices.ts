import { mailDownloadAttachment, mailRead } from '@switchboard/contracts';
import { asChoice } from '@switchboard/provider-kit';

/** A message, offered from what the provider's search lists first. */
export const messageChoice = (provider: string) =>
  asChoice(mailRead.input.shape.messageId, { action: `${provider}.search_mail`, items: 'messages', label: 'subject' });

/** An attachment of the message that the form names. */
export const attachmentChoice = (provider: string) =>
  asChoice(mailDownloadAttachment.input.shape.attachmentId, {
    action: `${provider}.read_message`,
    items: 'attachments',
    label: 'name',
    given: { messageId: 'messageId' },
  });
