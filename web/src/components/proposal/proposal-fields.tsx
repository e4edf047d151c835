import type { CardField } from '@switchboard/contracts';
import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AssumedChip } from './assumed-chip.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { shortLabel } from '../schema-form/json-schema.ts';
import type { CardProps } from './proposal-view.tsx';

/** The plan line by line: what the person said, what the hub filled in, and for changes what was before. */
export function ProposalFields({ proposal, at, card }: CardProps & { at: number }) {
  const { t } = useTranslation();
  const step = proposal.steps[at];
  if (!step) return null;
  const open = proposal.status === 'open';
  return (
    <dl className="swb-fields">
      {step.fields.map((field) => (
        <div key={field.path + field.label} className="swb-field">
          <dt>{shortLabel(field.label)}</dt>
          <dd>
            <Value field={field} />
            {field.assumed && open && (
              <AssumedChip proposal={proposal} at={at} field={field} card={card} label={t('proposal.assumed')} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ field }: { field: CardField }) {
  const { t } = useTranslation();
  const { ownClock } = useFormat();
  const read = (text: string) => (field.kind === 'time' || field.path === '' ? ownClock(text) : text);
  if (field.before === undefined) return <span className="swb-pre">{read(field.value)}</span>;
  return (
    <span>
      <Text component="del" c="dimmed" size="sm" td="line-through" display="block" className="swb-pre">
        <VisuallyHidden>{t('proposal.before')}</VisuallyHidden>
        {read(field.before)}
      </Text>
      <Text component="ins" fw={600} td="none" className="swb-pre">
        <VisuallyHidden>{t('proposal.after')}</VisuallyHidden>
        {read(field.value)}
      </Text>
    </span>
  );
}
