import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';

export const markNotificationRead = defineAction({
  name: 'mark_notification_read',
  title: 'Mark a notification as read',
  description:
    'Marks one notification as read. Running it twice changes nothing more; GitHub cannot mark it unread again.',
  effect: 'write',
  idempotent: true,
  needs: ['notifications.write'],
  phrases: ['mark notification {notificationId} as read'],
  input: z.object({
    notificationId: picked({ action: 'github.list_notifications', items: 'notifications' }, 20).describe(
      'Notification',
    ),
  }),
  output: z.object({ id: z.string() }),

  /** @see https://docs.github.com/rest/activity/notifications#mark-a-thread-as-read */
  async run({ http }, { notificationId }) {
    const path = `/notifications/threads/${encodeURIComponent(notificationId)}`;
    await http.request('PATCH', path, { idempotent: true });
    return { id: notificationId };
  },

  examples: [{ input: { notificationId: '9001' } }],
});
