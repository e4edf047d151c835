import { SegmentedControl, Stack, Text, Title, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { meQuery } from '../../lib/queries.ts';
import { BundleSection } from './bundle-section.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionList } from './session-list.tsx';

/** The person's own things: profile, zone, password, appearance, sessions. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  if (!me) return null;
  return (
    <Page title={t('nav.settings')} narrow>
      <ProfileForm me={me} />
      <section className="swb-card swb-section" aria-label={t('shell.appearance')}>
        <Stack gap="sm">
          <Title order={2}>{t('shell.appearance')}</Title>
          <SegmentedControl
            aria-label={t('shell.appearance')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
            data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`shell.${value}`) }))}
          />
        </Stack>
      </section>
      <PasswordForm hasPassword={me.hasPassword} email={me.email} />
      {me.signInAccounts.length > 0 && (
        <section className="swb-card swb-section" aria-label={t('settings.signInAccounts')}>
          <Title order={2} mb="xs">
            {t('settings.signInAccounts')}
          </Title>
          {me.signInAccounts.map(({ provider, email }) => (
            <Text key={provider + (email ?? '')}>{[provider, email].filter(Boolean).join(' · ')}</Text>
          ))}
        </section>
      )}
      {me.permissions.includes('secrets:manage') && <BundleSection />}
      <SessionList />
    </Page>
  );
}
