import { postRunUndo, type RunId } from '@switchboard/contracts';
import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/call.ts';
import { ProblemNote } from './problem-note.tsx';

/** Takes back what a run did, and says so. */
export function UndoRun({ runId }: { runId: RunId }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call(postRunUndo, { params: { runId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
  if (undo.isSuccess)
    return (
      <Text size="sm" role="status">
        {t('actions.undone')}
      </Text>
    );
  return (
    <>
      <ProblemNote error={undo.error} />
      <Group>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={undo.isPending}
          onClick={() => undo.mutate()}
        >
          {t('proposal.undo')}
        </Button>
      </Group>
    </>
  );
}
