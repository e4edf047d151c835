import type { Intent } from '../types.ts';

/** Services that the acts of no capability belong to, by the first word of the act. */
const services: Readonly<Record<string, string>> = {
  task: 'tasks',
  contact: 'contacts',
  message: 'chat',
  file: 'files',
  order: 'orders',
  card: 'boards',
  note: 'notes',
};
export const serviceOf = (act: string): string | undefined => services[act.split('.')[0] ?? ''];

/** "Tell Bob" is a mail unless the words speak of a chat; what no account can be connected for is neither. */
const chatting =
  /\b(?:texts?|texting|chat|dms?|post|channel|direct message|instant message|group)\b|(?:^|\s)#[\p{L}\d][\p{L}\d_-]*/iu;
const elsewhere = /\b(?:sms|whats ?app|imessage|teams chat|tweet|facebook|signal|voicemail)\b/iu;
const chats = /\b(?:chats|channels|conversations|groups)\b|\bwho(?:m)? can i (?:write|message|text|talk)\b/iu;
const mail = /\b(?:e-?mails?|mails?|inbox|newsletters?|messages?|wrote|written|repl(?:y|ied))\b/iu;
const calendar = /\b(?:calendar|schedule|agenda|meetings?|events?|appointments?|calls?|lunch|dinner|free|busy)\b/iu;
const begins = String.raw`^\W*(?:(?:please|can you|could you|now|and)\s+){0,3}`;
const telling = new RegExp(`${begins}(?:tell|send|write|message|post|text|let|dm|ping|say|notify|ask|inform)\\b`, 'iu');
const adding = new RegExp(`${begins}(?:add|create|put|new|make)\\b`, 'iu');
const finished =
  /\b(?:done|complete[ds]?|finish(?:ed)?|resolve[ds]?|close[ds]?)\b|\b(?:tick|check|cross)\b.*\boff\b|^\W*(?:tick|check) /iu;
const folderLed = /\b(?:in|inside|of|from)\s+(?:(?:the|my|our)\s+)?(?:folder\s+\S|[^\n]{1,80}\sfolder\b)/iu;
const listed =
  /^\W*(?:please\s|can you\s|could you\s)?(?:list|show|see|display|browse|what|which)\b[^"“]{0,40}\b(?:files|documents|docs|folders)\b(?:\s+(?:are|do|have|there|here|i|we|got|in|on|my|our|top|main|root|folder|drive))*\W*$/iu;

/** What an act says of tasks, files and chats; `kinds` is what the place that was named can do. */
export function thingIntent(act: string, text: string, kinds?: readonly string[]): Intent | undefined {
  const [noun = '', verb = ''] = act.split('.');
  const can = (kind: string): boolean => kinds?.includes(kind) ?? true;
  const only = (kind: string, other: string): boolean => (kinds?.includes(kind) ?? false) && !can(other);
  if ((noun === 'task' || noun === 'card') && can('tasks')) return taskIntent(verb, text);
  if (noun === 'event' && only('tasks', 'calendar') && !calendar.test(text))
    return taskIntent(verb, text) ?? (adding.test(text) ? 'tasks.create' : undefined);
  if (noun === 'message' && !(kinds && !can('messages'))) return messageIntent(verb, text, kinds !== undefined);
  if (act === 'mail.send' && only('messages', 'mail')) return 'messages.send';
  if (act === 'file.search' && can('files')) return fileIntent(text);
  const sought = verb === 'query' || act === 'oos';
  if (sought && only('messages', 'mail') && chats.test(text)) return 'messages.list';
  if (sought && only('files', 'mail') && !mail.test(text)) return fileIntent(text);
  if (only('messages', 'mail') && telling.test(text)) return 'messages.send';
  return only('tasks', 'calendar') && adding.test(text) && !calendar.test(text) ? 'tasks.create' : undefined;
}

function taskIntent(verb: string, text: string): Intent | undefined {
  if (verb === 'create') return 'tasks.create';
  if (verb === 'query') return 'tasks.list';
  if (verb === 'delete') return 'tasks.delete';
  return verb === 'complete' || finished.test(text) ? 'tasks.complete' : undefined;
}

const fileIntent = (text: string): Intent =>
  folderLed.test(text) || listed.test(text) ? 'files.list' : 'files.search';

function messageIntent(verb: string, text: string, inChat: boolean): Intent | undefined {
  if (verb !== 'send') return chats.test(text) ? 'messages.list' : undefined;
  if (inChat || (chatting.test(text) && !elsewhere.test(text))) return 'messages.send';
  return elsewhere.test(text) ? undefined : 'mail.send';
}
