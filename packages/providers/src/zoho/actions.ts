import type { AnyAction } from '@switchboard/provider-kit';
import { addNote } from './actions/add-note.ts';
import { completeTask } from './actions/complete-task.ts';
import { createContact } from './actions/create-contact.ts';
import { createDeal } from './actions/create-deal.ts';
import { createLead } from './actions/create-lead.ts';
import { createTask } from './actions/create-task.ts';
import { listFolders } from './actions/list-folders.ts';
import { listNotes } from './actions/list-notes.ts';
import { readMessage } from './actions/read-message.ts';
import { searchContacts } from './actions/search-contacts.ts';
import { searchDeals } from './actions/search-deals.ts';
import { searchLeads } from './actions/search-leads.ts';
import { searchMail } from './actions/search-mail.ts';
import { searchTasks } from './actions/search-tasks.ts';
import { sendMail } from './actions/send-mail.ts';
import { updateContact } from './actions/update-contact.ts';
import { updateDeal } from './actions/update-deal.ts';
import { updateLead } from './actions/update-lead.ts';

/** Every action of Zoho's, in the order the catalogue shows them. */
export const actions: readonly AnyAction[] = [
  searchLeads,
  createLead,
  updateLead,
  searchContacts,
  createContact,
  updateContact,
  searchDeals,
  createDeal,
  updateDeal,
  listNotes,
  addNote,
  searchTasks,
  createTask,
  completeTask,
  listFolders,
  searchMail,
  readMessage,
  sendMail,
];
