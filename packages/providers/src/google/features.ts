import type { OAuth2Declaration } from '@switchboard/provider-kit';
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
} satisfies OAuth2Declaration['features'];
