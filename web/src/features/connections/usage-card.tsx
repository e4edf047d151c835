import { type ConnectionId, getConnectionUsage } from '@switchboard/contracts';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { call } from '../../lib/call.ts';

interface Props {
  connectionId: ConnectionId;
  titleOf: (action: string) => string;
}

/** What a connection was used for in the last 30 days. */
export function UsageCard({ connectionId, titleOf }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { data, error } = useQuery({
    queryKey: ['runs', 'usage', connectionId],
    queryFn: ({ signal }) => call(getConnectionUsage, { params: { connectionId }, signal }),
  });
  return (
    <section className="swb-card swb-section" aria-labelledby={id}>
      <Title order={2} id={id}>
        {t('usage.title')}
      </Title>
      <ProblemNote error={error} />
      {!data && !error && <Skeleton height={60} radius="md" />}
      {data && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('usage.total', { calls: data.calls, errors: data.errors })}
        </Text>
      )}
      {data && data.actions.length > 0 && (
        <DataTable
          label={t('usage.title')}
          framed={false}
          minWidth={320}
          rows={data.actions}
          keyOf={({ action }) => action}
          columns={[
            { label: t('usage.action'), cell: ({ action }) => titleOf(action) },
            { label: t('usage.calls'), cell: ({ calls }) => calls },
            { label: t('usage.errors'), cell: ({ errors }) => errors },
            { label: t('common.lastUsed'), cell: ({ lastUsedAt }) => lastUsedAt && <RelativeTime at={lastUsedAt} /> },
          ]}
        />
      )}
    </section>
  );
}
