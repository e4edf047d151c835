import type { AnyAction } from '@switchboard/provider-kit';
import { archiveMessages } from './actions/archive-messages.ts';
import { cancelEvent } from './actions/cancel-event.ts';
import { createEvent } from './actions/create-event.ts';
import { downloadAttachment } from './actions/download-attachment.ts';
import { findFreeTime } from './actions/find-free-time.ts';
import { forwardMail } from './actions/forward-mail.ts';
import { getEvent } from './actions/get-event.ts';
import { labelMessages } from './actions/label-messages.ts';
import { listCalendars } from './actions/list-calendars.ts';
import { listEvents } from './actions/list-events.ts';
import { listLabels } from './actions/list-labels.ts';
import { moveEvent } from './actions/move-event.ts';
import { readMessage } from './actions/read-message.ts';
import { readThread } from './actions/read-thread.ts';
import { replyToMail } from './actions/reply-to-mail.ts';
import { respondToEvent } from './actions/respond-to-event.ts';
import { restoreMessages } from './actions/restore-messages.ts';
import { saveDraft } from './actions/save-draft.ts';
import { searchContacts } from './actions/search-contacts.ts';
import { searchMail } from './actions/search-mail.ts';
import { sendMail } from './actions/send-mail.ts';
import { trashMessages } from './actions/trash-messages.ts';
import { updateEvent } from './actions/update-event.ts';

/** Every action of Google's, in the order the catalogue shows them. */
export const actions: readonly AnyAction[] = [
  listCalendars,
  listEvents,
  getEvent,
  findFreeTime,
  createEvent,
  updateEvent,
  moveEvent,
  cancelEvent,
  respondToEvent,
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
  searchContacts,
];
