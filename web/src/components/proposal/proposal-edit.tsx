import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asObject } from '../schema-form/json-schema.ts';
import { SchemaForm } from '../schema-form/schema-form.tsx';
import type { CardProps } from './proposal-view.tsx';

/** Every field of one step; saving closes the old card and opens the new one with its own digest. */
export function ProposalEdit({ proposal, at, card, onDone }: CardProps & { at: number; onDone: () => void }) {
  const { t } = useTranslation();
  const step = proposal.steps[at];
  if (!step) return null;
  return (
    <SchemaForm
      schema={step.inputSchema}
      initial={asObject(step.input)}
      submitLabel={t('proposal.save')}
      pending={card.edit.isPending}
      error={card.edit.error}
      onSubmit={(input) => card.edit.mutate({ proposal, at, change: { input } }, { onSuccess: onDone })}
    >
      <Button
        variant="default"
        onClick={() => {
          card.edit.reset();
          onDone();
        }}
      >
        {t('common.cancel')}
      </Button>
    </SchemaForm>
  );
}
