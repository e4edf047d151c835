import type { ConnectionDetail, ProviderView } from '@switchboard/contracts';
import { Text, Timeline, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../components/relative-time.tsx';

interface Props {
  entries: ConnectionDetail['timeline'];
  features: ProviderView['features'];
}

/** What happened to a connection, newest first; features by what they are called. */
export function ConnectionTimeline({ entries, features }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const named = (detail: string) =>
    detail
      .split(', ')
      .map((word) => features.find(({ id }) => id === word)?.title ?? word)
      .join(', ');
  const newest = entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="swb-card swb-section" aria-labelledby={id}>
      <Title order={2} id={id} mb="md">
        {t('connections.timeline')}
      </Title>
      <Timeline bulletSize={12} lineWidth={2} active={newest.length}>
        {newest.map((entry) => (
          <Timeline.Item key={entry.at + entry.kind} title={t(`timeline.${entry.kind}`)}>
            {entry.detail && <Text size="sm">{named(entry.detail)}</Text>}
            <Text size="xs" c="dimmed">
              <RelativeTime at={entry.at} />
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
