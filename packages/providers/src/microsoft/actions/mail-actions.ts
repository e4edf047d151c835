import type { AnyAction } from '@switchboard/provider-kit';
import { archiveMessages } from './archive-messages.ts';
import { downloadAttachment } from './download-attachment.ts';
import { forwardMail } from './forward-mail.ts';
import { labelMessages } from './label-messages.ts';
import { listLabels } from './list-labels.ts';
import { readMessage } from './read-message.ts';
import { readThread } from './read-thread.ts';
import { replyToMail } from './reply-to-mail.ts';
import { restoreMessages } from './restore-messages.ts';
import { saveDraft } from './save-draft.ts';
import { searchMail } from './search-mail.ts';
import { sendMail } from './send-mail.ts';
import { trashMessages } from './trash-messages.ts';

export const mailActions: readonly AnyAction[] = [
  searchMail,
  readMessage,
  readThread,
  downloadAttachment,
  listLabels,
  sendMail,
  replyToMail,
  forwardMail,
  saveDraft,
  labelMessages,
  archiveMessages,
  trashMessages,
  restoreMessages,
];
