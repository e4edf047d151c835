import type { SecretView } from '@switchboard/contracts';
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconHeartbeat, IconHistory, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CheckView } from '../../components/check-view.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';

interface Props {
  secrets: readonly SecretView[];
  /** The id of the one that is being tried. */
  testing: string | undefined;
  onTest: (secret: SecretView) => void;
  onLook: (secret: SecretView) => void;
  onReplace: (secret: SecretView) => void;
  onDelete: (secret: SecretView) => void;
}

/** The keys that are kept: how they end, how old they are, whether they work, and what one can do with each. */
export function SecretTable({ secrets, testing, onTest, onLook, onReplace, onDelete }: Props) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('nav.secrets')}
      minWidth={640}
      rows={secrets}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('secrets.name'),
          cell: ({ name, account, connections }) => (
            <>
              <Text fw={600} size="sm">
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {[account, ...connections.map(({ label }) => label)].filter(Boolean).join(' · ')}
              </Text>
            </>
          ),
        },
        { label: t('secrets.lastFour'), className: 'swb-mono', cell: ({ lastFour }) => `…${lastFour}` },
        {
          label: t('secrets.age'),
          cell: ({ rotatedAt, createdAt, lastUsedAt }) => (
            <div>
              <RelativeTime at={rotatedAt ?? createdAt} />
              <Text size="xs" c="dimmed">
                {lastUsedAt ? (
                  <>
                    {t('common.lastUsed')} <RelativeTime at={lastUsedAt} />
                  </>
                ) : (
                  t('common.neverUsed')
                )}
              </Text>
            </div>
          ),
        },
        {
          label: t('secrets.check'),
          cell: ({ check }) => (
            <div>
              <CheckView check={check} never={t('secrets.neverChecked')} />
            </div>
          ),
        },
        {
          label: t('common.actions'),
          cell: (secret) => (
            <Group gap={4} wrap="nowrap">
              {secret.provider && (
                <ActionIcon
                  aria-label={t('secrets.testNamed', { name: secret.name })}
                  loading={testing === secret.id}
                  onClick={() => onTest(secret)}
                >
                  <IconHeartbeat size={18} aria-hidden />
                </ActionIcon>
              )}
              <ActionIcon aria-label={t('secrets.usesNamed', { name: secret.name })} onClick={() => onLook(secret)}>
                <IconHistory size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                aria-label={t('secrets.replaceNamed', { name: secret.name })}
                onClick={() => onReplace(secret)}
              >
                <IconRefresh size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon aria-label={t('secrets.deleteNamed', { name: secret.name })} onClick={() => onDelete(secret)}>
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          ),
        },
      ]}
    />
  );
}
