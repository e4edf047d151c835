import type { ConnectionDetail } from '@switchboard/contracts';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LongText } from '../../components/long-text.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';

type Row = ConnectionDetail['featureMatrix'][number];

interface Props {
  rows: readonly Row[];
  /** Asks for these features; left out where the provider is not asked for them. */
  onAllow?: (features: string[]) => void;
}

/** What each feature opens, what is missing, and one button for it. */
export function FeatureMatrix({ rows, onAllow }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="swb-card" aria-labelledby={id}>
      <Title order={2} id={id} className="swb-section">
        {t('connections.features')}
      </Title>
      <div className="swb-rows">
        {rows.map((row) => (
          <FeatureView key={row.feature} row={row} {...(onAllow ? { onAllow } : {})} />
        ))}
      </div>
    </section>
  );
}

function FeatureView({ row, onAllow }: { row: Row; onAllow?: Props['onAllow'] }) {
  const { t } = useTranslation();
  return (
    <div className="swb-result-row">
      <Group justify="space-between" wrap="nowrap" w="100%">
        <Text fw={600} size="sm">
          {row.title}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Standing row={row} />
          {!row.granted && onAllow && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('connections.allowFeature', { feature: row.title })}
              onClick={() => onAllow([row.feature])}
            >
              {t('connections.allow')}
            </Button>
          )}
        </Group>
      </Group>
      {row.why && (
        <Text size="sm" c="dimmed">
          {row.why}
        </Text>
      )}
      {row.actions.length > 0 && (
        <LongText>{t('connections.opens', { actions: row.actions.map(({ title }) => title).join(', ') })}</LongText>
      )}
    </div>
  );
}

function Standing({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (row.granted)
    return (
      <StatusBadge tone="good" Icon={IconCheck}>
        {t('connections.yes')}
      </StatusBadge>
    );
  return row.requested ? (
    <StatusBadge tone="waiting" Icon={IconX}>
      {t('connections.refused')}
    </StatusBadge>
  ) : (
    <StatusBadge tone="calm" Icon={IconMinus}>
      {t('connections.notAsked')}
    </StatusBadge>
  );
}
