const auth = 'https://www.googleapis.com/auth/';

/** Google's scopes as its token answers spell them; the narrowest that serve each feature. */
export const scopes = {
  openid: 'openid',
  email: `${auth}userinfo.email`,
  profile: `${auth}userinfo.profile`,
  contacts: `${auth}contacts.readonly`,
  mailRead: `${auth}gmail.readonly`,
  mailSend: `${auth}gmail.send`,
  mailModify: `${auth}gmail.modify`,
  calendarList: `${auth}calendar.calendarlist.readonly`,
  calendarEventsRead: `${auth}calendar.events.readonly`,
  calendarFreeBusy: `${auth}calendar.freebusy`,
  calendarEvents: `${auth}calendar.events`,
  contactsWrite: `${auth}contacts`,
  tasksRead: `${auth}tasks.readonly`,
  tasks: `${auth}tasks`,
  driveFile: `${auth}drive.file`,
  driveRead: `${auth}drive.readonly`,
  drive: `${auth}drive`,
  keep: `${auth}keep`,
} as const;
