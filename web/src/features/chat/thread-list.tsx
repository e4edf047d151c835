import type { Thread, ThreadId } from '@switchboard/contracts';
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { deleteThread, threadsQuery } from './api.ts';

/** Every conversation, newest first, and a new one. */
export function ThreadList({ threadId }: { threadId: ThreadId | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data, error } = useQuery(threadsQuery);
  const [leaving, setLeaving] = useState<Thread>();
  const remove = useMutation({
    mutationFn: (thread: Thread) => deleteThread(thread.id),
    onSuccess: (_, thread) => {
      setLeaving(undefined);
      void client.invalidateQueries({ queryKey: threadsQuery.queryKey, exact: true });
      if (thread.id === threadId) void navigate('/assistant', { replace: true });
    },
  });

  return (
    <>
      <Button component={Link} to="/assistant" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
        {t('chat.newThread')}
      </Button>
      <ProblemNote error={error} />
      {data?.items.length === 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {t('chat.noThreads')}
        </Text>
      )}
      <ul className="swb-thread-list">
        {data?.items.map((thread) => (
          <li key={thread.id} className="swb-thread">
            <Link to={`/assistant/${thread.id}`} aria-current={thread.id === threadId ? 'page' : undefined}>
              {thread.title || t('chat.untitled')}
            </Link>
            <ActionIcon
              size="md"
              color="gray"
              c="dimmed"
              aria-label={t('chat.deleteThread', { title: thread.title || t('chat.untitled') })}
              onClick={() => setLeaving(thread)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={leaving !== undefined}
        title={t('chat.deleteTitle')}
        confirmLabel={t('common.delete')}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving && remove.mutate(leaving)}
        onClose={() => setLeaving(undefined)}
      >
        {t('chat.deleteLead', { title: leaving?.title || t('chat.untitled') })}
      </ConfirmDialog>
    </>
  );
}
