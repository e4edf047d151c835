export interface StoredMessage {
  id: string;
  threadId: string;
  labelIds: string[];
  historyId: number;
  internalDate: number;
  /** Name of the blob with the whole message. */
  raw: string;
  size: number;
  snippet: string;
  from: string;
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  messageId: string;
  references: string[];
  /** What a search looks through, in small letters. */
  text: string;
  files: string[];
}

export interface StoredLabel {
  id: string;
  name: string;
  type: 'system' | 'user';
  messageListVisibility?: string;
  labelListVisibility?: string;
  color?: { textColor?: string; backgroundColor?: string };
}

export interface HistoryEntry {
  id: number;
  kind: 'messagesAdded' | 'messagesDeleted' | 'labelsAdded' | 'labelsRemoved';
  messageId: string;
  threadId: string;
  labelIds: string[];
}

export interface Box {
  historyId: number;
  /** History before this is no longer kept. */
  historyFloor: number;
  messages: Record<string, StoredMessage>;
  drafts: Record<string, { id: string; messageId: string }>;
  labels: Record<string, StoredLabel>;
  history: HistoryEntry[];
}

export interface GmailState {
  next: number;
  boxes: Record<string, Box>;
}

const systemLabels = [
  'INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'UNREAD', 'STARRED', 'IMPORTANT', 'CHAT',
  'CATEGORY_PERSONAL', 'CATEGORY_SOCIAL', 'CATEGORY_PROMOTIONS', 'CATEGORY_UPDATES', 'CATEGORY_FORUMS',
]; // prettier-ignore

export const emptyBox = (): Box => ({
  historyId: 10_000,
  historyFloor: 10_000,
  messages: {},
  drafts: {},
  labels: Object.fromEntries(systemLabels.map((id) => [id, { id, name: id, type: 'system' as const }])),
  history: [],
});

/** Sixteen hexadecimal digits that grow, as Gmail's ids do. */
export const nextId = (state: GmailState): string =>
  (0x19a0_0000_0000_0000n + BigInt(state.next++) * 0x10_03n).toString(16);

/** Writes a change into the box's history. */
export function record(
  box: Box,
  message: StoredMessage,
  kind: HistoryEntry['kind'],
  labelIds: readonly string[] = message.labelIds,
): void {
  box.historyId += 7;
  message.historyId = box.historyId;
  box.history.push({
    id: box.historyId,
    kind,
    messageId: message.id,
    threadId: message.threadId,
    labelIds: [...labelIds],
  });
}
