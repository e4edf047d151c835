import { Stack, Text, Title } from '@mantine/core';
import { IconFlask, IconPlug } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../components/page.tsx';
import { meQuery, providersQuery } from '../../lib/queries.ts';

/** The first choice: look at everything in the sandbox, or set up real providers. */
export function WelcomePage() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const { data: providers } = useQuery(providersQuery);
  const sandbox = providers?.items.some(({ environment, ready }) => environment === 'sandbox' && ready) ?? true;
  const manages = me?.permissions.includes('providers:manage');
  const choices = [
    ...(sandbox ? [{ to: '/connections', key: 'sandbox', Icon: IconFlask } as const] : []),
    ...(manages ? [{ to: '/providers', key: 'providers', Icon: IconPlug } as const] : []),
    ...(!sandbox && !manages ? [{ to: '/connections', key: 'connect', Icon: IconPlug } as const] : []),
  ];
  return (
    <Page title={t('welcome.title', { name: me?.name ?? '' })} lead={t('welcome.lead')} narrow>
      <Stack>
        {choices.map(({ to, key, Icon }) => (
          <Link key={key} to={to} className="swb-card swb-choice">
            <Icon size={30} stroke={1.5} aria-hidden />
            <span>
              <Title order={2}>{t(`welcome.${key}`)}</Title>
              <Text c="dimmed">{t(`welcome.${key}Lead`)}</Text>
            </span>
          </Link>
        ))}
      </Stack>
    </Page>
  );
}
