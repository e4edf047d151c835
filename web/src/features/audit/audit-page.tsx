import { getAudit, postAuditVerification } from '@switchboard/contracts';
import { Alert, Button, Skeleton } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { AuditTable } from './audit-table.tsx';

const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => call(getAudit, { query: { cursor: pageParam, limit: 50 }, signal }),
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** Who did what, newest first, and whether the chain of entries is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  const audit = useInfiniteQuery(auditQuery);
  const verify = useMutation({ mutationFn: () => call(postAuditVerification) });
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
      {entries.length > 0 && <AuditTable entries={entries} />}
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
