const auth = (name: string): string => `https://www.googleapis.com/auth/${name}`;

const write = ['calendar', 'calendar.app.created', 'calendar.events', 'calendar.events.owned'];

/** Scopes by kind of method; any one of a list is enough. */
export const calendarScopes = {
  eventsWrite: write.map(auth),
  eventsMove: ['calendar', 'calendar.events', 'calendar.events.owned'].map(auth),
  eventsRead: [
    ...write,
    'calendar.events.freebusy',
    'calendar.events.owned.readonly',
    'calendar.events.public.readonly',
    'calendar.events.readonly',
    'calendar.readonly',
  ].map(auth),
  listRead: ['calendar', 'calendar.calendarlist', 'calendar.calendarlist.readonly', 'calendar.readonly'].map(auth),
  listGet: [
    'calendar',
    'calendar.app.created',
    'calendar.calendarlist',
    'calendar.calendarlist.readonly',
    'calendar.readonly',
  ].map(auth),
  calendarsGet: [
    'calendar',
    'calendar.app.created',
    'calendar.calendars',
    'calendar.calendars.readonly',
    'calendar.readonly',
  ].map(auth),
  calendarsInsert: ['calendar', 'calendar.app.created', 'calendar.calendars'].map(auth),
  freeBusy: ['calendar', 'calendar.events.freebusy', 'calendar.freebusy', 'calendar.readonly'].map(auth),
  settings: ['calendar', 'calendar.readonly', 'calendar.settings.readonly'].map(auth),
} as const;
