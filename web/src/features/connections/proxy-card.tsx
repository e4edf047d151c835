import type { ConnectionId } from '@switchboard/contracts';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CopyField } from '../../components/copy-field.tsx';

/** How a program calls the account's API through the hub. */
export function ProxyCard({ connectionId }: { connectionId: ConnectionId }) {
  const { t } = useTranslation();
  const id = useId();
  const address = `${window.location.origin}/api/v1/connections/${connectionId}/proxy/`;
  return (
    <section className="swb-card swb-section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} id={id}>
          {t('connections.proxyTitle')}
        </Title>
        <Text size="sm">
          {t('connections.proxyLead')}{' '}
          <Anchor component={Link} to="/api-keys" inherit>
            {t('connections.proxyKey')}
          </Anchor>
        </Text>
        <CopyField label={t('connections.proxyAddress')} value={address} />
        <CopyField
          label={t('connections.proxyExample')}
          value={`curl -H "Authorization: Bearer swb_…" ${address}PATH`}
        />
      </Stack>
    </section>
  );
}
