import { type AuditEntry, getAudit, postAuditVerification } from '@switchboard/contracts';
import { Alert, Button, Skeleton, Table, Text } from '@mantine/core';
import { IconCheck, IconShieldCheck, IconX } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { call } from '../../lib/call.ts';
import { membersQuery } from '../../lib/queries.ts';
import { useFormat } from '../../lib/use-format.ts';

const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => call(getAudit, { query: { cursor: pageParam, limit: 50 }, signal }),
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** Who did what, newest first, and whether the chain of entries is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const audit = useInfiniteQuery(auditQuery);
  const verify = useMutation({ mutationFn: () => call(postAuditVerification) });
  const { data: members } = useQuery(membersQuery);
  const nameOf = ({ memberId, actor }: AuditEntry) => members?.items.find(({ id }) => id === memberId)?.name ?? actor;
  const entries = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('nav.audit')}
      lead={t('audit.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t('audit.verify')}
        </Button>
      }
    >
      <ProblemNote error={audit.error ?? verify.error} />
      {verify.data && (
        <Alert role="status" color={verify.data.intact ? 'green' : 'red'}>
          {verify.data.intact
            ? t('audit.intact', { rows: verify.data.rows, checkpoints: verify.data.checkpoints })
            : t('audit.broken', { problem: verify.data.problem ?? '' })}
        </Alert>
      )}
      {audit.isPending && <Skeleton height={200} radius="lg" />}
      {entries.length > 0 && (
        <Table.ScrollContainer minWidth={680} className="swb-card" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('audit.at')}</Table.Th>
                <Table.Th>{t('audit.event')}</Table.Th>
                <Table.Th>{t('audit.actor')}</Table.Th>
                <Table.Th>{t('audit.subject')}</Table.Th>
                <Table.Th>{t('audit.outcome')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => (
                <Table.Tr key={entry.sequence}>
                  <Table.Td className="swb-nowrap">{format.moment(entry.at)}</Table.Td>
                  <Table.Td className="swb-mono">{entry.event}</Table.Td>
                  <Table.Td>
                    <Text size="sm" title={entry.actor}>
                      {nameOf(entry)}
                    </Text>
                  </Table.Td>
                  <Table.Td className="swb-mono">{entry.subject ?? '–'}</Table.Td>
                  <Table.Td>
                    <StatusBadge
                      tone={entry.outcome === 'ok' ? 'good' : 'bad'}
                      Icon={entry.outcome === 'ok' ? IconCheck : IconX}
                    >
                      {t(`auditOutcome.${entry.outcome}`)}
                    </StatusBadge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {audit.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </Page>
  );
}
