import type { SecretView } from '@switchboard/contracts';
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';

const looks = {
  works: { tone: 'good', Icon: IconCircleCheck },
  refused: { tone: 'bad', Icon: IconAlertTriangle },
  could_not_tell: { tone: 'waiting', Icon: IconQuestionMark },
} as const;

/** What the last live check of a key found. */
export function SecretCheckView({ check }: { check: SecretView['check'] }) {
  const { t } = useTranslation();
  if (!check)
    return (
      <Text size="sm" c="dimmed">
        {t('secrets.neverChecked')}
      </Text>
    );
  return (
    <>
      <StatusBadge {...looks[check.result]}>{t(`secretCheck.${check.result}`)}</StatusBadge>
      <Text size="xs" c="dimmed">
        {check.message} <RelativeTime at={check.checkedAt} />
      </Text>
    </>
  );
}
