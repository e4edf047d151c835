import type { Connection } from '@switchboard/contracts';
import { Button, Group, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Notices } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { providersQuery } from '../../lib/queries.ts';
import { CatalogueDialog } from './catalogue-dialog.tsx';
import { ReceiptsLink } from './receipts-link.tsx';
import { ConnectionCard } from './connection-card.tsx';

const urgency = ['reconnect_required', 'revocation_pending', 'active', 'disconnected'];
const attention = ({ status, missingFeatures }: Connection) =>
  status === 'active' && missingFeatures.length > 0 ? 0.5 : urgency.indexOf(status);

interface Props {
  connections: readonly Connection[];
  error: unknown;
  pending: boolean;
  onDisconnect: (connection: Connection) => void;
}

/** Every account a person connected; what needs them comes first. Filters live in the address. */
export function ConnectionList({ connections, error, pending, onDisconnect }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const { data: providers } = useQuery(providersQuery);
  const filter = { text: search.get('q') ?? '', provider: search.get('provider'), status: search.get('status') };
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );

  const text = filter.text.toLowerCase();
  const shown = connections
    .filter(
      ({ provider, status }) =>
        (!filter.provider || provider === filter.provider) && (!filter.status || status === filter.status),
    )
    .filter(({ label, account, providerTitle }) =>
      `${label} ${account.email ?? ''} ${account.name ?? ''} ${providerTitle}`.toLowerCase().includes(text),
    )
    .toSorted((a, b) => attention(a) - attention(b) || a.label.localeCompare(b.label));

  return (
    <Page
      title={t('connections.title')}
      lead={t('connections.lead')}
      actions={
        !pending && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('connections.add')}
          </Button>
        )
      }
    >
      <Notices />
      <Group gap="sm">
        <TextInput
          aria-label={t('connections.search')}
          placeholder={t('connections.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={filter.text}
          onChange={(event) => set('q', event.currentTarget.value)}
          flex={1}
          miw={180}
        />
        <Select
          className="swb-filter"
          aria-label={t('common.provider')}
          placeholder={t('common.allProviders')}
          clearable
          data={providers?.items.map(({ id, title }) => ({ value: id, label: title }))}
          value={filter.provider}
          onChange={(value) => set('provider', value)}
        />
        <Select
          className="swb-filter"
          aria-label={t('common.status')}
          placeholder={t('common.allStates')}
          clearable
          data={urgency.map((value) => ({ value, label: t(`connectionStatus.${value as Connection['status']}`) }))}
          value={filter.status}
          onChange={(value) => set('status', value)}
        />
      </Group>
      <ProblemNote error={error} />
      {pending && <Skeleton height={150} radius="lg" />}
      <Stack gap="md" component="section" aria-label={t('connections.title')}>
        {!pending && shown.length === 0 && <Text c="dimmed">{t('connections.nothingFits')}</Text>}
        {shown.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            onDisconnect={onDisconnect}
            provider={providers?.items.find(({ id }) => id === connection.provider)}
          />
        ))}
      </Stack>
      <ReceiptsLink />
      {adding && <CatalogueDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
