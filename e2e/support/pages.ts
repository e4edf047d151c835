import { Client } from './client.ts';
import type { Dashboard } from './dashboard.ts';
import type { TestHub } from './hub.ts';

/** Pages that look the same to everybody who is signed in to an empty hub. */
export const emptyPages = {
  welcome: '/welcome',
  'assistant-empty': '/assistant',
  'calendar-empty': '/calendar',
  'connections-empty': '/connections',
  'activity-empty': '/activity',
  'api-keys-empty': '/api-keys',
  'secrets-empty': '/secrets',
  'not-found': '/no/such/page',
};

export const signedOutPages = { 'sign-in': '/sign-in', join: '/join#invitation=inv_x' };

/** What a hub holds after some use: two accounts, talks with every kind of answer, names that are long or run right to left. */
export async function fillHub(hub: TestHub): Promise<Record<string, string>> {
  const ada = await Client.signedIn(hub);
  const all = ['contacts', 'mail.read', 'mail.send', 'mail.modify', 'calendar.read', 'calendar.write'];
  await ada.connect(all, { account: 'ada.marsh.demo@gmail.com' });
  await ada.connect(['calendar.read', 'mail.read'], { account: 'jonas.weld.demo@gmail.com' });
  const { items } = (await ada.get('/api/v1/connections')).body;
  const [first, second] = items as [{ id: string }, { id: string }];
  await ada.patch(`/api/v1/connections/${second.id}`, {
    label: 'Jonas, the shared account of the whole planning team 📆',
  });

  const done = await ada.say('Schedule "اجتماع الفريق 🎉" tomorrow at 10am for an hour');
  const card = await ada.card(done.parts);
  await ada.post(`/api/v1/proposals/${card.id}/confirm`, { digest: card.digest });
  const open = await ada.say('Lunch with jonas.weld.demo@gmail.com tomorrow at 1pm for 45 minutes');
  const mail = await ada.say('show my unread mail');
  const day = await ada.say("what's on my calendar this week?");
  await ada.say('when am I free tomorrow for an hour?', day.threadId);
  const send = await ada.say(
    'Send jonas.weld.demo@gmail.com a mail with the subject "Budget" saying the numbers are ready',
  );
  await ada.post('/api/v1/api-keys', { name: 'Nightly report', scopes: ['actions:read'], expiresInDays: 90 });
  await ada.post('/api/v1/api-keys', {
    name: 'x'.repeat(120),
    scopes: ['actions:read', 'runs:read', 'connections:read'],
  });
  await ada.post('/api/v1/secrets', { name: 'OpenAI', value: 'sk-not-a-real-key-1234' });
  await ada.post('/api/v1/invitations', { email: 'grace@example.com', role: 'member' });
  return {
    'assistant-card': `/assistant/${open.threadId}`,
    'assistant-done': `/assistant/${done.threadId}`,
    'assistant-mail': `/assistant/${mail.threadId}`,
    'assistant-reads': `/assistant/${day.threadId}`,
    'assistant-send': `/assistant/${send.threadId}`,
    'calendar-month': '/calendar',
    'calendar-week': '/calendar?view=week',
    'calendar-agenda': '/calendar?view=agenda',
    connections: '/connections',
    connection: `/connections/${first.id}`,
    action: `/connections/${first.id}/actions/google/create_event`,
    activity: '/activity',
    'api-keys': '/api-keys',
    secrets: '/secrets',
    providers: '/providers',
    provider: '/providers/google',
    'provider-by-key': '/providers/telegram',
    'provider-code': '/providers/rest',
    receipts: '/connections?status=disconnected',
    members: '/members',
    audit: '/audit',
    settings: '/settings',
  };
}

type Open = (dashboard: Dashboard) => Promise<unknown>;

/** What opens over a page: where, and what to press. */
export const windows: Record<string, readonly [address: string, open: Open]> = {
  'window-catalogue': ['/connections', (dashboard) => dashboard.button('Connect an account').click()],
  'window-connect': [
    '/connections',
    async (dashboard) => {
      await dashboard.button('Connect an account').click();
      await dashboard.button(/^Google/).click();
    },
  ],
  'window-key': ['/api-keys', (dashboard) => dashboard.button('Create a key').click()],
  'window-event': ['/calendar', (dashboard) => dashboard.button('New event').click()],
  'window-secret': ['/secrets', (dashboard) => dashboard.button('Keep a secret').click()],
  'window-invite': ['/members', (dashboard) => dashboard.button('Invite').click()],
  'window-run': ['/activity', ({ page }) => page.getByRole('row').nth(1).getByRole('button').click()],
};
