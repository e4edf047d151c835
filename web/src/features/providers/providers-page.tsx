import { Badge, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconSettings } from '@tabler/icons-react';
import type { MethodView, ProviderView } from '@switchboard/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProviderMark } from '../../components/provider-mark.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { providersQuery } from '../../lib/queries.ts';
import { takesClient } from './needs-client.ts';

/** Every provider with its set-up state. */
export function ProvidersPage() {
  const { t } = useTranslation();
  const { data, error, isPending } = useQuery(providersQuery);
  return (
    <Page title={t('nav.providers')} lead={t('providers.lead')}>
      <ProblemNote error={error} />
      {isPending && <Skeleton height={110} radius="lg" />}
      <div className="swb-grid">
        {data?.items.map((provider) => (
          <Link key={provider.id} to={`/providers/${provider.id}`} className="swb-card swb-choice">
            <ProviderMark id={provider.id} title={provider.title} />
            <span>
              <Title order={2}>{provider.title}</Title>
              <Text c="dimmed" size="sm" mb={8}>
                {provider.description}
              </Text>
              <Group gap="xs">
                {provider.environment === 'sandbox' && <Badge color="blue">{t('common.sandbox')}</Badge>}
                <SetUpState provider={provider} />
              </Group>
            </span>
          </Link>
        ))}
      </div>
    </Page>
  );
}

/** Whether each client is stored and works; what needs none is ready as it is. */
function SetUpState({ provider }: { provider: ProviderView }) {
  const { t } = useTranslation();
  const methods = provider.methods.filter(takesClient);
  if (methods.length === 0)
    return (
      <StatusBadge tone="good" Icon={IconCircleCheck}>
        {t('providers.noClientNeeded')}
      </StatusBadge>
    );
  return methods.map((method) => {
    const { text, ...look } = stateOf(method);
    return (
      <StatusBadge key={method.id} {...look}>
        {methods.length > 1 ? `${method.title}: ${t(text)}` : t(text)}
      </StatusBadge>
    );
  });
}

function stateOf({ client }: MethodView) {
  if (client?.check?.result === 'refused')
    return { tone: 'bad', Icon: IconAlertTriangle, text: 'check.refused' } as const;
  return client
    ? ({ tone: 'good', Icon: IconCircleCheck, text: 'providers.setUp' } as const)
    : ({ tone: 'calm', Icon: IconSettings, text: 'providers.notSetUp' } as const);
}
