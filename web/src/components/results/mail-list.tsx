import type { MailSummary } from '@switchboard/contracts';
import { Text, VisuallyHidden } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { RelativeTime } from '../relative-time.tsx';
import { NothingFound } from './nothing-found.tsx';

/** Mail, one line each; unread ones stand out and say so. */
export function MailList({ messages }: { messages: readonly MailSummary[] }) {
  const { t } = useTranslation();
  if (messages.length === 0) return <NothingFound />;
  return (
    <div className="swb-rows">
      {messages.map((mail) => (
        <div key={mail.id} className="swb-result-row swb-mail-row">
          <Text size="sm" fw={mail.unread ? 700 : 500} truncate title={mail.from.email}>
            {mail.unread && <VisuallyHidden>{t('results.unread')}</VisuallyHidden>}
            {shownText(mail.from.name ?? mail.from.email)}
          </Text>
          <div>
            <Text size="sm" fw={mail.unread ? 700 : 500}>
              {mail.hasAttachments && (
                <>
                  <IconPaperclip size={14} aria-label={t('results.attachments')} />{' '}
                </>
              )}
              {shownText(mail.subject) || t('results.noSubject')}
            </Text>
            <Text size="sm" c="dimmed" lineClamp={1}>
              {shownText(mail.snippet)}
            </Text>
          </div>
          <Text size="xs" c="dimmed">
            <RelativeTime at={mail.receivedAt} />
          </Text>
        </div>
      ))}
    </div>
  );
}
