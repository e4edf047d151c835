import type { Run } from '@switchboard/contracts';
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconHelpCircle, IconLoader } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../components/status-badge.tsx';

const looks = {
  running: ['waiting', IconLoader],
  succeeded: ['good', IconCircleCheck],
  failed: ['bad', IconAlertTriangle],
  outcome_unknown: ['bad', IconHelpCircle],
  undone: ['calm', IconArrowBackUp],
} as const;

/** How a run ended, in words with its icon. */
export function RunState({ status }: { status: Run['status'] }) {
  const { t } = useTranslation();
  const [tone, Icon] = looks[status];
  return (
    <StatusBadge tone={tone} Icon={Icon}>
      {t(`runStatus.${status}`)}
    </StatusBadge>
  );
}
