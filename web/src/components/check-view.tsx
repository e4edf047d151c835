import type { ClientCheck } from '@switchboard/contracts';
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from './relative-time.tsx';
import { StatusBadge } from './status-badge.tsx';

const looks = {
  works: { tone: 'good', Icon: IconCircleCheck },
  refused: { tone: 'bad', Icon: IconAlertTriangle },
  could_not_tell: { tone: 'waiting', Icon: IconQuestionMark },
} as const;

interface Props {
  check: ClientCheck | undefined;
  /** What to say where it was never tried. */
  never: string;
}

/** What the last try of a key or a client at its provider found. */
export function CheckView({ check, never }: Props) {
  const { t } = useTranslation();
  if (!check)
    return (
      <Text size="sm" c="dimmed">
        {never}
      </Text>
    );
  return (
    <>
      <StatusBadge {...looks[check.result]}>{t(`check.${check.result}`)}</StatusBadge>
      <Text size="xs" c="dimmed">
        {check.message} <RelativeTime at={check.checkedAt} />
      </Text>
    </>
  );
}
