import type { ProviderView } from '@switchboard/contracts';
import { Badge, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProviderMark } from '../../components/provider-mark.tsx';
import { providersQuery } from '../../lib/queries.ts';

/** Every provider one can connect, with search. */
export function Catalogue({ onConnect }: { onConnect: (provider: ProviderView) => void }) {
  const { t } = useTranslation();
  const { data, error, isPending } = useQuery(providersQuery);
  const [text, setText] = useState('');
  const shown = data?.items.filter(({ title, description }) =>
    `${title} ${description}`.toLowerCase().includes(text.toLowerCase()),
  );

  return (
    <Stack>
      <TextInput
        aria-label={t('connections.searchProviders')}
        placeholder={t('connections.searchProviders')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote error={error} />
      {isPending && <Skeleton height={110} radius="lg" />}
      {shown?.length === 0 && <Text c="dimmed">{t('connections.noProvider')}</Text>}
      <div className="swb-grid">
        {shown?.map((provider) => (
          <ProviderTile key={provider.id} provider={provider} onChoose={() => onConnect(provider)} />
        ))}
      </div>
    </Stack>
  );
}

function ProviderTile({ provider, onChoose }: { provider: ProviderView; onChoose: () => void }) {
  const { t } = useTranslation();
  const inside = (
    <>
      <ProviderMark id={provider.id} title={provider.title} />
      <span>
        <Group gap="xs">
          <Title order={2}>{provider.title}</Title>
          {provider.environment === 'sandbox' && <Badge color="blue">{t('common.sandbox')}</Badge>}
          {!provider.ready && <Badge color="orange">{t('connections.notSetUp')}</Badge>}
        </Group>
        <Text c="dimmed" size="sm">
          {provider.description}
        </Text>
      </span>
    </>
  );
  return provider.ready ? (
    <button type="button" className="swb-card swb-choice swb-tile" onClick={onChoose}>
      {inside}
    </button>
  ) : (
    <Link to={`/providers/${provider.id}`} className="swb-card swb-choice">
      {inside}
    </Link>
  );
}
