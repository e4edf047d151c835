import type { ApiKeyDeclaration, OAuth2Declaration, ServiceAccountDeclaration } from '@switchboard/provider-kit';
import { scopes } from './scopes.ts';

/** What a person lets the hub do at Google. */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name, picture and e-mail address, to show which account is connected.',
    scopes: [scopes.openid, scopes.email, scopes.profile],
    required: true,
  },
  contacts: {
    title: 'Contacts',
    description: 'See your contacts, so that a name is enough to invite or write to someone.',
    scopes: [scopes.contacts],
    atSetUp: true,
  },
  'mail.read': {
    title: 'Read mail',
    description: 'Search and read your mail and its attachments.',
    scopes: [scopes.mailRead],
  },
  'mail.send': {
    title: 'Send mail',
    description: 'Send mail as you, each time after your yes.',
    scopes: [scopes.mailSend],
  },
  'mail.modify': {
    title: 'Organise mail',
    description: 'Label, archive, bin and draft mail. Google includes reading and sending in this permission.',
    scopes: [scopes.mailModify],
    includes: ['mail.read', 'mail.send'],
  },
  'calendar.read': {
    title: 'See the calendar',
    description: 'See your calendars and events, and when you and others are free.',
    scopes: [scopes.calendarList, scopes.calendarEventsRead, scopes.calendarFreeBusy],
  },
  'calendar.write': {
    title: 'Change the calendar',
    description: 'Create, change and cancel events, each time after your yes.',
    scopes: [scopes.calendarEvents],
  },
  'tasks.read': {
    title: 'See tasks',
    description: 'See your task lists and the tasks in them.',
    scopes: [scopes.tasksRead],
  },
  'tasks.write': {
    title: 'Change tasks',
    description: 'Add, change, tick off and delete tasks, each time after your yes. Seeing them is included.',
    scopes: [scopes.tasks],
    includes: ['tasks.read'],
  },
  'contacts.read': {
    title: 'See the address book',
    description: 'Page through your whole address book. Google has one permission for this and for Contacts.',
    scopes: [scopes.contacts],
    includes: ['contacts'],
  },
  'contacts.write': {
    title: 'Change the address book',
    description: 'Add, change and delete contacts, each time after your yes. Seeing them is included.',
    scopes: [scopes.contactsWrite],
    includes: ['contacts', 'contacts.read'],
  },
  'drive.file': {
    title: 'Files the hub makes',
    description:
      'Put files into your Drive and work with those. The hub sees only the files it made, none of your others.',
    scopes: [scopes.driveFile],
  },
  'drive.read': {
    title: 'See all files',
    description: 'Search and download every file in your Drive and in shared drives, without changing any.',
    scopes: [scopes.driveRead],
  },
  'drive.write': {
    title: 'Change all files',
    description: 'See, upload, move, share and bin any file in your Drive, each time after your yes.',
    scopes: [scopes.drive],
    includes: ['drive.read', 'drive.file'],
  },
} satisfies OAuth2Declaration['features'];

/** What a service account does for a person of a Google Workspace. */
export const keepFeatures = {
  identity: {
    title: 'Who you are',
    description: 'Your name, picture and e-mail address, to show which account is connected.',
    scopes: [scopes.openid, scopes.email, scopes.profile],
    required: true,
  },
  keep: {
    title: 'Notes',
    description: 'Read, add and delete your Google Keep notes. Works only in a Google Workspace whose admin allows it.',
    scopes: [scopes.keep],
  },
} satisfies ServiceAccountDeclaration['features'];

/** What a Places key gives; it belongs to a Google Cloud project and opens no one's data. */
export const placesFeatures = {
  places: {
    title: 'Find places',
    description: 'Search for places, with their addresses, opening hours and telephone numbers.',
    scopes: [],
  },
} satisfies ApiKeyDeclaration['features'];
