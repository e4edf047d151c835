const auth = 'https://www.googleapis.com/auth/';

/** What each scope lets a client do, in the words of the consent page. Identity scopes cannot be unticked. */
export const scopeTitles: Readonly<Record<string, string>> = {
  openid: 'Associate you with your personal info on Google',
  [`${auth}userinfo.email`]: 'See your primary Google Account email address',
  [`${auth}userinfo.profile`]: 'See your personal info, including any personal info you have made publicly available',
  'https://mail.google.com/': 'Read, compose, send and permanently delete all your email',
  [`${auth}gmail.readonly`]: 'View your email messages and settings',
  [`${auth}gmail.metadata`]: 'View your email message metadata such as labels and headers, but not the email body',
  [`${auth}gmail.send`]: 'Send email on your behalf',
  [`${auth}gmail.compose`]: 'Manage drafts and send emails',
  [`${auth}gmail.modify`]: 'Read, compose and send emails from your account',
  [`${auth}gmail.labels`]: 'See and edit your email labels',
  [`${auth}gmail.insert`]: 'Add emails into your mailbox',
  [`${auth}gmail.settings.basic`]: 'See, edit, create or change your email settings and filters',
  [`${auth}calendar`]: 'See, edit, share and permanently delete all the calendars you can access',
  [`${auth}calendar.readonly`]: 'See and download any calendar you can access',
  [`${auth}calendar.events`]: 'View and edit events on all your calendars',
  [`${auth}calendar.events.readonly`]: 'View events on all your calendars',
  [`${auth}calendar.events.owned`]: 'See, create, change and delete events on calendars you own',
  [`${auth}calendar.events.owned.readonly`]: 'See the events on calendars you own',
  [`${auth}calendar.events.freebusy`]: 'See the availability on calendars you have access to',
  [`${auth}calendar.freebusy`]: 'View your availability in your calendars',
  [`${auth}calendar.calendarlist`]: 'See, add and remove calendars you are subscribed to',
  [`${auth}calendar.calendarlist.readonly`]: 'See the list of calendars you are subscribed to',
  [`${auth}calendar.calendars`]: 'See and change the properties of calendars you have access to',
  [`${auth}calendar.calendars.readonly`]: 'See the title, description and time zone of your calendars',
  [`${auth}calendar.settings.readonly`]: 'View your calendar settings',
  [`${auth}calendar.app.created`]: 'Make secondary calendars, and see, create, change and delete events on them',
  [`${auth}contacts`]: 'See, edit, download and permanently delete your contacts',
  [`${auth}contacts.readonly`]: 'See and download your contacts',
  [`${auth}contacts.other.readonly`]: 'See and download contact info automatically saved in your "Other contacts"',
  [`${auth}tasks`]: 'Create, edit, organize and delete all your tasks',
  [`${auth}tasks.readonly`]: 'View your tasks',
  [`${auth}drive`]: 'See, edit, create and delete all of your Google Drive files',
  [`${auth}drive.readonly`]: 'See and download all your Google Drive files',
  [`${auth}drive.file`]: 'See, edit, create and delete only the specific Google Drive files you use with this app',
  [`${auth}drive.metadata`]: 'View and manage metadata of files in your Google Drive',
  [`${auth}drive.metadata.readonly`]: 'See information about your Google Drive files',
  [`${auth}directory.readonly`]: "See and download your organization's directory",
};

const shortNames: Record<string, string> = { email: `${auth}userinfo.email`, profile: `${auth}userinfo.profile` };

/** Google answers with the full name of a scope asked for by its short one. */
export const fullScope = (scope: string): string => shortNames[scope] ?? scope;

export const identityScopes: ReadonlySet<string> = new Set(['openid', shortNames.email!, shortNames.profile!]);

export const isKnownScope = (scope: string): boolean => Object.hasOwn(scopeTitles, scope);

/** Splits a scope parameter into full names, each once, in the order asked. */
export const scopesOf = (parameter: string): string[] => [
  ...new Set(parameter.split(/\s+/).filter(Boolean).map(fullScope)),
];
