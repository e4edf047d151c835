import * as c from '@switchboard/contracts';
import { z } from 'zod';

const feature = (name: string, title: string, description: string, required = false) => ({
  id: name,
  title,
  description,
  scopes: [`https://example.com/auth/${name}`],
  includes: [],
  required,
  reads: name.endsWith('.read'),
});
const withMethod = (provider: Omit<c.ProviderView, 'methods'>): c.ProviderView => ({
  ...provider,
  methods: [
    {
      id: 'oauth',
      kind: 'oauth2',
      title: `Sign in at ${provider.title}`,
      features: provider.features,
      environment: provider.environment,
      ready: provider.ready,
    },
  ],
});
export const google = withMethod({
  id: 'google',
  title: 'Google',
  description: 'Gmail and Google Calendar, with one consent and only the features you choose.',
  docsUrl: 'https://developers.google.com/identity/protocols/oauth2',
  features: [
    feature('identity', 'Who you are', 'Your name, address and picture.', true),
    feature('mail.read', 'Read mail', 'Search and read messages.'),
    feature('mail.send', 'Send mail', 'Send messages as you.'),
    feature('calendar.read', 'See your calendars', 'Events and free times.'),
    feature('calendar.write', 'Change your calendars', 'Create, change and cancel events.'),
  ],
  environment: 'sandbox',
  ready: true,
  redirectUri: 'http://localhost:3000/oauth/google/callback',
});
const asana = withMethod({
  ...google,
  id: 'asana',
  title: 'Asana',
  description: 'Projects and tasks.',
  features: [feature('tasks.read', 'See tasks', 'Projects and tasks.')],
  environment: 'live',
  ready: false,
});
export const providers = [google, asana];
export const setupSteps =
  '## Steps\n\n- Open the console at https://console.cloud.google.com/\n- Create a project\n- Add the redirect URI';
export const actions: c.ActionView[] = [
  {
    ref: c.ActionRef.parse('google.search_mail'),
    title: 'Search mail',
    description: 'Finds messages by words, sender, time and label.',
    effect: 'read',
    idempotent: true,
    undo: false,
    needs: ['mail.read'],
    capability: 'mail.search',
    phrases: [],
    input: z.toJSONSchema(c.mailSearch.input, { io: 'input', unrepresentable: 'any' }) as c.ActionView['input'],
    output: {},
    examples: [],
  },
  {
    ref: c.ActionRef.parse('google.create_event'),
    title: 'Create event',
    description: 'Adds one event to a calendar.',
    effect: 'write',
    idempotent: false,
    undo: true,
    needs: ['calendar.write'],
    capability: 'calendar.create_event',
    phrases: [],
    input: z.toJSONSchema(c.calendarCreateEvent.input, {
      io: 'input',
      unrepresentable: 'any',
    }) as c.ActionView['input'],
    output: {},
    examples: [],
  },
];
