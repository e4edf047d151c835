import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.tsx';

interface Props extends Pick<ModalProps, 'size' | 'onClose'> {
  title: string;
  pending: boolean;
  error: unknown;
  /** What of the error the fields show themselves. */
  fields?: { schema: unknown; within: string };
  /** "Save" unless told. */
  submitLabel?: string;
  disabled?: boolean;
  /** Beside the submit button. */
  beside?: ReactNode;
  /** Stands in the place of the form once that is through. */
  outcome?: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form in a dialog: its fields, what went wrong, and the button that sends it. */
export function FormDialog({ title, pending, error, fields, submitLabel, outcome, onSubmit, ...rest }: Props) {
  const { t } = useTranslation();
  const { disabled = false, beside, children, ...modal } = rest;
  return (
    <Modal opened {...modal} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {outcome ?? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <Stack>
            {children}
            <ProblemNote error={error} {...fields} />
            <Group justify="flex-end">
              {beside}
              <Button type="submit" loading={pending} disabled={disabled}>
                {submitLabel ?? t('common.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
