import type { Proposal } from '@switchboard/contracts';
import { Alert, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconEdit, IconMail, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { ProblemNote } from '../problem-note.tsx';
import { AccountChip } from './account-chip.tsx';
import { ProposalActions } from './proposal-actions.tsx';
import { ProposalEdit } from './proposal-edit.tsx';
import { ProposalFields } from './proposal-fields.tsx';
import { ProposalOutcome } from './proposal-outcome.tsx';
import { ProposalStatusNote } from './proposal-status.tsx';
import type { useProposal } from './use-proposal.ts';

export interface CardProps {
  proposal: Proposal;
  card: ReturnType<typeof useProposal>;
}

const icons = { write: IconEdit, send: IconMail, destroy: IconTrash };

/** What will happen, on which account, with every field; the person says yes, changes it, or says no. */
export function ProposalView({ proposal, card }: CardProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<number>();
  const open = proposal.status === 'open';
  const id = useId();
  const error = card.confirm.error ?? card.reject.error ?? card.undo.error ?? card.edit.error;

  return (
    <article className="swb-card swb-proposal" data-status={proposal.status} aria-labelledby={id}>
      {proposal.steps.map((step, at) => {
        const Icon = icons[step.effect];
        return (
          <Stack key={step.action + at} gap="sm" className="swb-proposal-step">
            <Group justify="space-between" gap="xs" align="flex-start">
              <Group gap="sm" wrap="nowrap" flex={1} miw={200}>
                <span className="swb-proposal-icon" data-effect={step.effect}>
                  <Icon size={18} aria-hidden />
                </span>
                <Title order={2} fz="md" id={at === 0 ? id : undefined}>
                  {shownText(step.title)}
                </Title>
              </Group>
              <AccountChip proposal={proposal} at={at} card={card} />
            </Group>
            {editing === at ? (
              <ProposalEdit proposal={proposal} at={at} card={card} onDone={() => setEditing(undefined)} />
            ) : (
              <ProposalFields proposal={proposal} at={at} card={card} />
            )}
            <ProposalOutcome step={step} />
          </Stack>
        );
      })}
      <Stack gap="sm" className="swb-proposal-foot">
        {open && proposal.warnings.length + proposal.unnamed.length > 0 && (
          <Alert color="orange" p="xs" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('proposal.check')}>
            <List size="sm">
              {proposal.warnings.map((warning) => (
                <List.Item key={warning}>{shownText(warning)}</List.Item>
              ))}
              {proposal.unnamed.length > 0 && (
                <List.Item>{t('proposal.unnamed', { names: shownText(proposal.unnamed.join(', ')) })}</List.Item>
              )}
            </List>
          </Alert>
        )}
        {open && proposal.tainted && (
          <Text size="xs" c="dimmed">
            {t('proposal.tainted')}
          </Text>
        )}
        <ProblemNote error={error} />
        <Group justify="space-between" gap="sm">
          <ProposalStatusNote proposal={proposal} onExpired={card.refresh} />
          {editing === undefined && <ProposalActions proposal={proposal} card={card} onEdit={() => setEditing(0)} />}
        </Group>
      </Stack>
    </article>
  );
}
