import type { CardField } from '@switchboard/contracts';
import { Button, Group, Popover, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asObject, asSchema } from '../schema-form/json-schema.ts';
import { SchemaField } from '../schema-form/schema-field.tsx';
import type { CardProps } from './proposal-view.tsx';

/** Says that the hub filled this in, and lets the person change just that. */
export function AssumedChip({
  proposal,
  at,
  field,
  card,
  label,
}: CardProps & { at: number; field: CardField; label: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const step = proposal.steps[at];
  const key = field.path.split('/')[1] ?? '';
  const schema = asSchema(step?.inputSchema).properties?.[key];
  const input = asObject(step?.input);
  const [value, setValue] = useState<unknown>(input[key]);
  if (!step || !schema) return <span className="swb-assumed">{label}</span>;

  return (
    <Popover opened={opened} onChange={setOpened} width={340} trapFocus position="bottom-start" shadow="md" withArrow>
      <Popover.Target>
        <button
          type="button"
          className="swb-assumed"
          aria-label={t('proposal.changeAssumed', { field: field.label, value: field.value })}
          onClick={() => setOpened((before) => !before)}
        >
          {label} <IconPencil size={12} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            card.edit.mutate(
              { proposal, at, change: { input: { ...input, [key]: value } } },
              { onSuccess: () => setOpened(false) },
            );
          }}
        >
          <Stack gap="sm">
            <SchemaField name={key} schema={schema} value={value} onChange={setValue} />
            <Group justify="flex-end">
              <Button type="submit" size="xs" loading={card.edit.isPending}>
                {t('proposal.change')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
