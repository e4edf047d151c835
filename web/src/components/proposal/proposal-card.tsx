import type { ProposalId } from '@switchboard/contracts';
import { Skeleton, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../problem-note.tsx';
import { ProposalView } from './proposal-view.tsx';
import { useProposal } from './use-proposal.ts';

interface Props {
  proposalId: ProposalId;
  /** Told when an edit replaced the card. */
  onReplaced?: (proposalId: ProposalId) => void;
  /** Cards that are shown on the same page in their own place. */
  elsewhere?: ReadonlySet<string>;
}

/** One card. After an edit it shows the card that took its place. */
export function ProposalCard({ proposalId, onReplaced, elsewhere }: Props) {
  const { t } = useTranslation();
  const card = useProposal(proposalId);
  const proposal = card.query.data;
  const replacedBy = proposal?.replacedBy;
  useEffect(() => {
    if (replacedBy) onReplaced?.(replacedBy);
  }, [replacedBy, onReplaced]);

  if (card.query.error) return <ProblemNote error={card.query.error} />;
  if (!proposal) return <Skeleton height={180} radius="lg" />;
  if (replacedBy && elsewhere?.has(replacedBy)) {
    return (
      <Text size="sm" c="dimmed">
        {t('proposal.replaced')}
      </Text>
    );
  }
  if (replacedBy) return <ProposalCard proposalId={replacedBy} onReplaced={onReplaced} elsewhere={elsewhere} />;
  return <ProposalView proposal={proposal} card={card} />;
}
