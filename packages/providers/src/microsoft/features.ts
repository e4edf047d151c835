import type { OAuth2Declaration } from '@switchboard/provider-kit';

/**
 * What a person lets the hub do at Microsoft; the short names are Microsoft Graph's. `offline_access` gives a refresh token.
 * @see https://learn.microsoft.com/graph/permissions-reference (read 2026-11-21)
 */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name and e-mail address, to show which account is connected.',
    scopes: ['offline_access', 'User.Read'],
    required: true,
  },
  'calendar.read': {
    title: 'See your calendars',
    description: 'See your calendars and events, and when people of your organisation are free.',
    scopes: ['Calendars.Read'],
  },
  'calendar.write': {
    title: 'Change your calendars',
    description:
      'Add, change and cancel events and answer invitations, each time after your yes. Seeing them is included.',
    scopes: ['Calendars.ReadWrite'],
    includes: ['calendar.read'],
  },
  'mail.read': {
    title: 'Read your mail',
    description: 'Search and read your mail and its attachments, and see the names of your categories.',
    scopes: ['Mail.Read', 'MailboxSettings.Read'],
  },
  'mail.send': {
    title: 'Send mail as you',
    description:
      'Send mail in your name, each time after your yes. It is written as a draft first, so organising is included.',
    scopes: ['Mail.Send', 'Mail.ReadWrite', 'MailboxSettings.Read'],
    includes: ['mail.read', 'mail.modify'],
  },
  'mail.modify': {
    title: 'Organise your mail',
    description: 'Write drafts, move and label mail and put it into the bin. Reading it is included, sending is not.',
    scopes: ['Mail.ReadWrite', 'MailboxSettings.Read'],
    includes: ['mail.read'],
  },
  'files.read': {
    title: 'See your files',
    description: 'List, search and download your files in OneDrive.',
    scopes: ['Files.Read'],
  },
  'files.write': {
    title: 'Change your files',
    description: 'Upload, move, share and delete files in OneDrive, each time after your yes. Seeing them is included.',
    scopes: ['Files.ReadWrite'],
    includes: ['files.read'],
  },
} satisfies OAuth2Declaration['features'];
