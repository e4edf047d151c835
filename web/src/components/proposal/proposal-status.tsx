import type { Proposal } from '@switchboard/contracts';
import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconLoader,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../status-badge.tsx';
import { Countdown } from './countdown.tsx';

const looks = {
  running: ['waiting', IconLoader],
  succeeded: ['good', IconCircleCheck],
  failed: ['bad', IconAlertTriangle],
  outcome_unknown: ['bad', IconHelpCircle],
  rejected: ['calm', IconCircleX],
  expired: ['calm', IconClock],
  undoing: ['waiting', IconLoader],
  undone: ['calm', IconArrowBackUp],
} as const;

/** How long the card still waits and whether it can be undone; afterwards how it ended. */
export function ProposalStatusNote({ proposal, onExpired }: { proposal: Proposal; onExpired: () => void }) {
  const { t } = useTranslation();
  if (proposal.status === 'open') {
    return (
      <Text size="sm" c="dimmed">
        {t(proposal.steps.every(({ undo }) => undo) ? 'proposal.undoable' : 'proposal.notUndoable')}
        {' · '}
        <Countdown until={proposal.expiresAt} onEnd={onExpired} />
      </Text>
    );
  }
  const [tone, Icon] = looks[proposal.status];
  return (
    <span role="status">
      <StatusBadge tone={tone} Icon={Icon}>
        {t(`proposalStatus.${proposal.status}`)}
      </StatusBadge>
    </span>
  );
}
