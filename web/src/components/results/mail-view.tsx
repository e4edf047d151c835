import type { MailMessage } from '@switchboard/contracts';
import { Group, ScrollArea, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { RichText } from '../rich-text.tsx';

const named = ({ name, email }: { name?: string; email: string }) => shownText(name ? `${name} <${email}>` : email);

/** One mail as text; pictures and remote things are not loaded. */
export function MailView({ message }: { message: MailMessage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = shownText(message.subject) || t('results.noSubject');
  return (
    <article className="swb-result-row" aria-label={label}>
      <Text fw={650}>{label}</Text>
      <Text size="sm" c="dimmed">
        {t('results.from', { name: named(message.from) })}
        {' · '}
        {t('results.to', { names: message.to.map(named).join(', ') })}
        {' · '}
        {format.moment(message.receivedAt)}
      </Text>
      <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': label }}>
        <RichText text={message.text ?? message.snippet} />
      </ScrollArea.Autosize>
      {message.attachments.map((file) => (
        <Group key={file.id} gap={6} fz="sm">
          <IconPaperclip size={15} aria-hidden />
          {shownText(file.name)}
          <Text span size="xs" c="dimmed">
            {t('results.size', { kilobytes: Math.ceil(file.sizeBytes / 1024) })}
          </Text>
        </Group>
      ))}
    </article>
  );
}
