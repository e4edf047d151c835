import type { DisconnectReceipt } from '@switchboard/contracts';
import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../components/status-badge.tsx';

const looks = {
  done: ['good', IconCircleCheck],
  failed: ['bad', IconAlertTriangle],
  pending: ['waiting', IconClock],
  not_offered: ['calm', IconMinus],
  kept_for_others: ['calm', IconMinus],
} as const;

/** What disconnecting did, step by step. */
export function Receipt({ steps }: Pick<DisconnectReceipt, 'steps'>) {
  const { t } = useTranslation();
  return (
    <div className="swb-card swb-rows" role="list" aria-label={t('connections.steps')}>
      {steps.map((step) => {
        const [tone, Icon] = looks[step.result];
        return (
          <div key={step.step} role="listitem" className="swb-result-row">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Text fw={600} size="sm">
                {t(`receiptStep.${step.step}`)}
              </Text>
              <StatusBadge tone={tone} Icon={Icon}>
                {t(`receiptResult.${step.result}`)}
              </StatusBadge>
            </Group>
            <Text size="sm" c="dimmed">
              {step.detail}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
