import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CardProps } from './proposal-view.tsx';

const verbs = { write: 'approve', send: 'approveSend', destroy: 'approveDestroy' } as const;

/** Yes, edit, no; afterwards undo where there is one. */
export function ProposalActions({ proposal, card, onEdit }: CardProps & { onEdit: () => void }) {
  const { t } = useTranslation();
  if (proposal.status === 'succeeded' && proposal.steps.some(({ undo }) => undo)) {
    return (
      <Button
        size="sm"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        loading={card.undo.isPending}
        onClick={() => card.undo.mutate()}
      >
        {t('proposal.undo')}
      </Button>
    );
  }
  if (proposal.status !== 'open') return null;
  const effect =
    proposal.steps.find((step) => step.effect === 'destroy')?.effect ?? proposal.steps[0]?.effect ?? 'write';
  const waiting = card.confirm.isPending || card.reject.isPending || card.edit.isPending;
  return (
    <Group gap="xs">
      <Button
        size="sm"
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        leftSection={<IconX size={16} aria-hidden />}
        disabled={waiting}
        onClick={() => card.reject.mutate()}
      >
        {t('proposal.reject')}
      </Button>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        disabled={waiting}
        onClick={onEdit}
      >
        {t('proposal.edit')}
      </Button>
      <Button
        size="sm"
        color={effect === 'destroy' ? 'red.9' : undefined}
        leftSection={<IconCheck size={16} aria-hidden />}
        loading={card.confirm.isPending}
        disabled={waiting}
        onClick={() => card.confirm.mutate(proposal.digest)}
      >
        {t(`proposal.${verbs[effect]}`)}
      </Button>
    </Group>
  );
}
