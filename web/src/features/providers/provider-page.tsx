import { Alert, Anchor, Badge, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CopyField } from '../../components/copy-field.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { meQuery, providerQuery } from '../../lib/queries.ts';
import { ClientForm } from './client-form.tsx';
import { needsClient, takesClient } from './needs-client.ts';
import { SetupText } from './setup-text.tsx';

/** Setting a provider up: the exact redirect URI, the steps in its console, the client id and secret. */
export function ProviderPage() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const { data: provider, error } = useQuery(providerQuery(useParams()['provider'] ?? ''));
  if (!provider) {
    return (
      <Page title={t('nav.providers')} narrow>
        {error ? <ProblemNote error={error} /> : <Skeleton height={240} radius="lg" />}
      </Page>
    );
  }
  const manages = me?.permissions.includes('providers:manage');
  const toSetUp = needsClient(provider);
  return (
    <Page
      title={toSetUp ? t('providers.setUpTitle', { provider: provider.title }) : provider.title}
      lead={provider.description}
      actions={provider.environment === 'sandbox' && <Badge color="blue">{t('common.sandbox')}</Badge>}
      narrow
    >
      {provider.environment === 'sandbox' && (
        <Alert color="blue" icon={<IconFlask size={18} aria-hidden />}>
          {t(toSetUp ? 'providers.sandboxLead' : 'providers.sandboxKeyLead', { provider: provider.title })}
        </Alert>
      )}
      <section className="swb-card swb-section" aria-label={t(toSetUp ? 'providers.steps' : 'providers.keySteps')}>
        <Stack>
          <Title order={2}>{t(toSetUp ? 'providers.steps' : 'providers.keySteps')}</Title>
          {provider.setup ? <SetupText text={provider.setup} /> : <Text>{t('providers.noSteps')}</Text>}
          {provider.setUp && (
            <List spacing={4}>
              {[{ title: t('providers.console'), url: provider.setUp.consoleUrl }, ...provider.setUp.links].map(
                ({ title, url }) => (
                  <List.Item key={url}>
                    <Anchor href={url} target="_blank" rel="noopener noreferrer">
                      {title}
                    </Anchor>
                  </List.Item>
                ),
              )}
            </List>
          )}
          {provider.setUp?.hints.map((hint) => (
            <Alert key={hint} color="blue">
              {hint}
            </Alert>
          ))}
          <Anchor href={provider.docsUrl} target="_blank" rel="noopener noreferrer">
            {t('providers.docs', { host: URL.canParse(provider.docsUrl) ? new URL(provider.docsUrl).host : '' })}
          </Anchor>
          {provider.redirectUri && (
            <CopyField
              label={t('providers.redirectUri')}
              description={t('providers.redirectLead')}
              value={provider.redirectUri}
            />
          )}
        </Stack>
      </section>
      {!toSetUp && provider.environment === 'live' && <Text c="dimmed">{t('providers.nothingToSetUp')}</Text>}
      {toSetUp && !manages && <Text c="dimmed">{t('providers.adminsOnly')}</Text>}
      {manages &&
        provider.methods
          .filter(takesClient)
          .map((method) => <ClientForm key={method.id} provider={provider} method={method} />)}
      {provider.features.length > 0 && (
        <section className="swb-card swb-section" aria-label={t('connections.features')}>
          <Title order={2} mb="sm">
            {t('connections.features')}
          </Title>
          <List spacing="xs">
            {provider.features.map((feature) => (
              <List.Item key={feature.id}>
                <Group gap={6}>
                  <Text span fw={600}>
                    {feature.title}
                  </Text>
                </Group>
                <Text size="sm" c="dimmed">
                  {feature.description}
                </Text>
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </Page>
  );
}
