import type { AnyAction } from '@switchboard/provider-kit';
import { archiveMessages } from './actions/archive-messages.ts';
import { cancelEvent } from './actions/cancel-event.ts';
import { completeTask } from './actions/complete-task.ts';
import { createContact } from './actions/create-contact.ts';
import { createEvent } from './actions/create-event.ts';
import { createFolder } from './actions/create-folder.ts';
import { createNote } from './actions/create-note.ts';
import { createTaskList } from './actions/create-task-list.ts';
import { createTask } from './actions/create-task.ts';
import { deleteContact } from './actions/delete-contact.ts';
import { deleteNote } from './actions/delete-note.ts';
import { deleteTask } from './actions/delete-task.ts';
import { downloadAttachment } from './actions/download-attachment.ts';
import { downloadFile } from './actions/download-file.ts';
import { downloadOwnFile } from './actions/download-own-file.ts';
import { findFreeTime } from './actions/find-free-time.ts';
import { forwardMail } from './actions/forward-mail.ts';
import { getEvent } from './actions/get-event.ts';
import { getFile } from './actions/get-file.ts';
import { getPlace } from './actions/get-place.ts';
import { labelMessages } from './actions/label-messages.ts';
import { listCalendars } from './actions/list-calendars.ts';
import { listContacts } from './actions/list-contacts.ts';
import { listDrives } from './actions/list-drives.ts';
import { listEvents } from './actions/list-events.ts';
import { listFolder } from './actions/list-folder.ts';
import { listLabels } from './actions/list-labels.ts';
import { listNotes } from './actions/list-notes.ts';
import { listOwnFiles } from './actions/list-own-files.ts';
import { listTaskLists } from './actions/list-task-lists.ts';
import { moveEvent } from './actions/move-event.ts';
import { moveFile } from './actions/move-file.ts';
import { moveTask } from './actions/move-task.ts';
import { nearbyPlaces } from './actions/nearby-places.ts';
import { readMessage } from './actions/read-message.ts';
import { readNote } from './actions/read-note.ts';
import { readThread } from './actions/read-thread.ts';
import { replyToMail } from './actions/reply-to-mail.ts';
import { respondToEvent } from './actions/respond-to-event.ts';
import { restoreFile } from './actions/restore-file.ts';
import { restoreMessages } from './actions/restore-messages.ts';
import { saveDraft } from './actions/save-draft.ts';
import { searchContacts } from './actions/search-contacts.ts';
import { searchFiles } from './actions/search-files.ts';
import { searchMail } from './actions/search-mail.ts';
import { searchPlaces } from './actions/search-places.ts';
import { searchTasks } from './actions/search-tasks.ts';
import { sendMail } from './actions/send-mail.ts';
import { shareFile } from './actions/share-file.ts';
import { shareLink } from './actions/share-link.ts';
import { suggestPlaces } from './actions/suggest-places.ts';
import { trashFile } from './actions/trash-file.ts';
import { trashMessages } from './actions/trash-messages.ts';
import { updateContact } from './actions/update-contact.ts';
import { updateEvent } from './actions/update-event.ts';
import { updateTask } from './actions/update-task.ts';
import { uploadFile } from './actions/upload-file.ts';

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
  listContacts,
  createContact,
  updateContact,
  deleteContact,
  listTaskLists,
  searchTasks,
  createTaskList,
  createTask,
  updateTask,
  completeTask,
  moveTask,
  deleteTask,
  listDrives,
  listFolder,
  searchFiles,
  listOwnFiles,
  getFile,
  downloadFile,
  downloadOwnFile,
  uploadFile,
  createFolder,
  moveFile,
  shareFile,
  shareLink,
  trashFile,
  restoreFile,
  listNotes,
  readNote,
  createNote,
  deleteNote,
  searchPlaces,
  nearbyPlaces,
  suggestPlaces,
  getPlace,
];
