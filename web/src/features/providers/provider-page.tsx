import { Alert, Anchor, Badge, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CopyField } from '../../components/copy-field.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { meQuery, providerQuery } from '../../lib/queries.ts';
import { ClientForm } from './client-form.tsx';

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
  return (
    <Page
      title={t('providers.setUpTitle', { provider: provider.title })}
      lead={provider.description}
      actions={provider.environment === 'sandbox' && <Badge color="blue">{t('common.sandbox')}</Badge>}
      narrow
    >
      {provider.environment === 'sandbox' && (
        <Alert color="blue" icon={<IconFlask size={18} aria-hidden />}>
          {t('providers.sandboxLead', { provider: provider.title })}
        </Alert>
      )}
      <section className="swb-card swb-section" aria-label={t('providers.steps')}>
        <Stack>
          <Title order={2}>{t('providers.steps')}</Title>
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
      {manages ? (
        (provider.methods ?? [])
          .filter(({ redirectUri, ownClient }) => redirectUri && !ownClient)
          .map((method) => <ClientForm key={method.id} provider={provider} method={method} />)
      ) : (
        <Text c="dimmed">{t('providers.adminsOnly')}</Text>
      )}
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
    </Page>
  );
}

/** Lines that were broken for width only, put together again. */
const unwrapped = (text: string): string => text.trim().replace(/\n(?![-*] |\d+\. |\n)\s*/g, ' ');

/** The steps as written for the provider: headings, numbered steps and links with their host. */
function SetupText({ text }: { text: string }) {
  return text.split(/\n(?=#{1,4} )|\n{2,}/).map((block, at) => {
    const heading = /^#{1,4} (.+)$/m.exec(block);
    const rest = unwrapped(heading ? block.slice(heading[0].length) : block);
    return rest || at > 0 ? (
      <div key={at}>
        {heading && (at > 0 || rest) && (
          <Title order={3} fz="md">
            {heading[1]}
          </Title>
        )}
        {rest && (
          <RichText
            text={rest
              .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, (_, label: string, url: string) =>
                url.includes(label) ? url : `${label}: ${url}`,
              )
              .replace(/[<>](?=https?:|\s|$)/g, '')}
          />
        )}
      </div>
    ) : null;
  });
}
