import type { Connection, ProviderView } from '@switchboard/contracts';
import { Avatar, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ConnectionStatus } from '../../components/connection-status.tsx';
import { ProviderMark } from '../../components/provider-mark.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ConnectionMenu } from './connection-menu.tsx';

interface Props {
  connection: Connection;
  provider: ProviderView | undefined;
  onDisconnect: (connection: Connection) => void;
}

/** One account: whose it is, how it stands, what it may do, when it was last used. */
export function ConnectionCard({ connection, provider, onDisconnect }: Props) {
  const { t } = useTranslation();
  const { account } = connection;
  const title = (id: string) => provider?.features.find((feature) => feature.id === id)?.title ?? id;
  return (
    <article className="swb-card swb-connection" aria-label={connection.label}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <ProviderMark id={connection.provider} title={connection.providerTitle} size={44} />
        <Stack gap={8} className="swb-grow">
          <Group gap="xs">
            <Title order={2}>
              <Link to={`/connections/${connection.id}`} className="swb-card-link">
                {connection.label}
              </Link>
            </Title>
            <ConnectionStatus connection={connection} />
            {connection.environment === 'sandbox' && <Badge color="blue">{t('common.sandbox')}</Badge>}
          </Group>
          <Group gap={8} wrap="nowrap">
            <Avatar
              src={account.picture}
              name={account.name ?? account.email ?? '?'}
              size={22}
              alt=""
              color="initials"
            />
            <Text size="sm" c="dimmed" truncate>
              {[connection.providerTitle, account.name, account.email].filter(Boolean).join(' · ')}
            </Text>
          </Group>
          {connection.statusReason && <Text size="sm">{connection.statusReason}</Text>}
          <Group gap={6}>
            {connection.features.map((feature) => (
              <Badge key={feature} color="gray">
                {title(feature)}
              </Badge>
            ))}
            {connection.missingFeatures.map((feature) => (
              <Badge key={feature} color="orange">
                {t('connections.notGranted', { feature: title(feature) })}
              </Badge>
            ))}
          </Group>
          <Text size="xs" c="dimmed">
            {connection.lastUsedAt ? (
              <>
                {t('common.lastUsed')} <RelativeTime at={connection.lastUsedAt} />
              </>
            ) : (
              t('common.neverUsed')
            )}
            {connection.defaultFor.length > 0 && ` · ${t('connections.isDefault')}`}
          </Text>
        </Stack>
        <ConnectionMenu connection={connection} provider={provider} onDisconnect={() => onDisconnect(connection)} />
      </Group>
    </article>
  );
}
