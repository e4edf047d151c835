import type { AnyAction } from '@switchboard/provider-kit';
import { addReaction } from './actions/add-reaction.ts';
import { deleteMessage } from './actions/delete-message.ts';
import { editMessage } from './actions/edit-message.ts';
import { listChannels } from './actions/list-channels.ts';
import { listPeople } from './actions/list-people.ts';
import { readMessages } from './actions/read-messages.ts';
import { readThread } from './actions/read-thread.ts';
import { removeReaction } from './actions/remove-reaction.ts';
import { replyInThread } from './actions/reply-in-thread.ts';
import { searchMessages } from './actions/search-messages.ts';
import { sendFile } from './actions/send-file.ts';
import { sendMessage } from './actions/send-message.ts';

export const actions: readonly AnyAction[] = [
  listChannels,
  listPeople,
  readMessages,
  readThread,
  searchMessages,
  sendMessage,
  replyInThread,
  sendFile,
  editMessage,
  deleteMessage,
  addReaction,
  removeReaction,
];
