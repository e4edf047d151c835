import { type ConnectionId, getConnectionUsage } from '@switchboard/contracts';
import { Skeleton, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
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
        <Table.ScrollContainer minWidth={320}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('usage.action')}</Table.Th>
                <Table.Th>{t('usage.calls')}</Table.Th>
                <Table.Th>{t('usage.errors')}</Table.Th>
                <Table.Th>{t('common.lastUsed')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.actions.map(({ action, calls, errors, lastUsedAt }) => (
                <Table.Tr key={action}>
                  <Table.Td>{titleOf(action)}</Table.Td>
                  <Table.Td>{calls}</Table.Td>
                  <Table.Td>{errors}</Table.Td>
                  <Table.Td>{lastUsedAt && <RelativeTime at={lastUsedAt} />}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
