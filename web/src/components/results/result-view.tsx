import {
  calendarFindFreeTime,
  calendarListCalendars,
  calendarListEvents,
  CalendarEvent,
  contactsSearch,
  FileItem,
  filesDownload,
  filesList,
  mailDownloadAttachment,
  MailMessage,
  mailReadThread,
  mailSearch,
  messagesListChats,
  Task,
  tasksListLists,
  tasksSearch,
} from '@switchboard/contracts';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { AnyView } from './any-view.tsx';
import { ContactList } from './contact-list.tsx';
import { EventList } from './event-list.tsx';
import { ItemList } from './item-list.tsx';
import { MailList } from './mail-list.tsx';
import { MailView } from './mail-view.tsx';
import { NamedList } from './named-list.tsx';
import { SavedFile } from './saved-file.tsx';
import { SlotList } from './slot-list.tsx';
import { TaskList } from './task-list.tsx';

type Draw = (output: unknown) => ReactNode;
const drawn =
  <S extends z.ZodType>(schema: S, draw: (value: z.output<S>) => ReactNode): Draw =>
  (output) => {
    const parsed = schema.safeParse(output);
    return parsed.success ? draw(parsed.data) : undefined;
  };

const item = drawn(FileItem, (one) => <ItemList items={[one]} />);
const items = drawn(filesList.output, (page) => <ItemList items={page.items} />);
const task = drawn(Task, (one) => <TaskList tasks={[one]} />);
const file = drawn(filesDownload.output, (one) => <SavedFile file={one} />);
const titled = (rows: readonly { id: string; title: string }[]) => (
  <NamedList names={rows.map(({ id, title }) => ({ id, name: title, detail: '' }))} />
);

const event = drawn(CalendarEvent, (one) => <EventList events={[one]} />);
const looks: Readonly<Record<string, Draw>> = {
  'calendar.list_events': drawn(calendarListEvents.output, ({ events }) => <EventList events={events} />),
  'calendar.search_events': drawn(calendarListEvents.output, ({ events }) => <EventList events={events} />),
  'calendar.get_event': event,
  'calendar.create_event': event,
  'calendar.update_event': event,
  'calendar.list_calendars': drawn(calendarListCalendars.output, ({ calendars }) => (
    <NamedList names={calendars.map(({ id, title, timeZone }) => ({ id, name: title, detail: timeZone }))} />
  )),
  'calendar.find_free_time': drawn(calendarFindFreeTime.output, ({ slots }) => <SlotList slots={slots} />),
  'mail.search': drawn(mailSearch.output, ({ messages }) => <MailList messages={messages} />),
  'mail.read': drawn(MailMessage, (message) => <MailView message={message} />),
  'mail.read_thread': drawn(mailReadThread.output, ({ messages }) =>
    messages.map((message) => <MailView key={message.id} message={message} />),
  ),
  'mail.download_attachment': drawn(mailDownloadAttachment.output, (one) => <SavedFile file={one} />),
  'files.list': items,
  'files.search': items,
  'files.download': file,
  'files.upload': item,
  'files.create_folder': item,
  'files.move': item,
  'tasks.search': drawn(tasksSearch.output, ({ tasks }) => <TaskList tasks={tasks} />),
  'tasks.list_lists': drawn(tasksListLists.output, ({ lists }) => titled(lists)),
  'tasks.create': task,
  'tasks.update': task,
  'tasks.complete': task,
  'messages.list_chats': drawn(messagesListChats.output, ({ chats }) => titled(chats)),
  'contacts.search': drawn(contactsSearch.output, ({ contacts }) => <ContactList contacts={contacts} />),
};

/** What a read brought, drawn by what it fulfils; in plain words where no drawing fits. */
export function ResultView({ capability, output }: { capability: string | undefined; output: unknown }) {
  const view = capability ? looks[capability]?.(output) : undefined;
  return view ?? <AnyView output={output} />;
}
