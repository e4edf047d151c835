import type { AnyAction } from '@switchboard/provider-kit';
import { deleteMessage } from './actions/delete-message.ts';
import { downloadFile } from './actions/download-file.ts';
import { editMessage } from './actions/edit-message.ts';
import { getChat } from './actions/get-chat.ts';
import { listChats } from './actions/list-chats.ts';
import { listMessages } from './actions/list-messages.ts';
import { pinMessage } from './actions/pin-message.ts';
import { sendDocument } from './actions/send-document.ts';
import { sendMessage } from './actions/send-message.ts';
import { sendPhoto } from './actions/send-photo.ts';

export const actions: readonly AnyAction[] = [
  listChats,
  getChat,
  listMessages,
  downloadFile,
  sendMessage,
  sendPhoto,
  sendDocument,
  editMessage,
  pinMessage,
  deleteMessage,
];
