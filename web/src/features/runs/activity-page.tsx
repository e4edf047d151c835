import { ConnectionId, RunId, RunStatus } from '@switchboard/contracts';
import { Button, Group, Select, Skeleton, Switch } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyNote } from '../../components/empty-note.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { connectionsQuery, providersQuery } from '../../lib/queries.ts';
import { runsQuery } from './api.ts';
import { RunDrawer } from './run-drawer.tsx';
import { RunTable } from './run-table.tsx';

/** What ran: filters and the opened run live in the address. */
export function ActivityPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { data: providers } = useQuery(providersQuery);
  const { data: connections } = useQuery(connectionsQuery);
  const filter = {
    provider: search.get('provider') ?? undefined,
    status: RunStatus.safeParse(search.get('status')).data,
    connectionId: ConnectionId.safeParse(search.get('connection')).data,
  };
  const all = search.get('all') === '1';
  const runs = useInfiniteQuery(runsQuery(all ? filter : { ...filter, without: 'form' }));
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (name: string, value: string | null) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });

  return (
    <Page title={t('nav.activity')} lead={t('activity.lead')}>
      <Group gap="sm">
        <Select
          className="swb-filter"
          aria-label={t('common.provider')}
          placeholder={t('common.allProviders')}
          clearable
          data={providers?.items.map(({ id, title }) => ({ value: id, label: title }))}
          value={filter.provider ?? null}
          onChange={(value) => set('provider', value)}
        />
        <Select
          className="swb-filter"
          aria-label={t('common.account')}
          placeholder={t('common.allAccounts')}
          clearable
          data={connections?.items.map(({ id, label }) => ({ value: id, label }))}
          value={filter.connectionId ?? null}
          onChange={(value) => set('connection', value)}
        />
        <Select
          className="swb-filter"
          aria-label={t('common.status')}
          placeholder={t('common.allStates')}
          clearable
          data={RunStatus.options.map((value) => ({ value, label: t(`runStatus.${value}`) }))}
          value={filter.status ?? null}
          onChange={(value) => set('status', value)}
        />
        <Switch
          label={t('activity.withForms')}
          checked={all}
          onChange={(event) => set('all', event.currentTarget.checked ? '1' : null)}
        />
      </Group>
      <ProblemNote error={runs.error} />
      {runs.isPending && <Skeleton height={200} radius="lg" />}
      {runs.isSuccess && items.length === 0 && (
        <EmptyNote Icon={IconActivity} title={t('activity.empty')}>
          {t('activity.emptyLead')}
        </EmptyNote>
      )}
      {items.length > 0 && <RunTable runs={items} onOpen={(id) => set('run', id)} />}
      {runs.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
      <RunDrawer runId={RunId.safeParse(search.get('run')).data} onClose={() => set('run', null)} />
    </Page>
  );
}
