import { postInvitation } from '@switchboard/contracts';
import { Alert, Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../components/copy-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { membersQuery } from '../../lib/queries.ts';
import { useHere } from '../../lib/use-here.ts';

/** Invites a person with a link that is shown once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<'member' | 'admin'>('member');
  const here = useHere();
  const invite = useMutation({
    mutationFn: () => call(postInvitation, { body: { email, role }, signal: here() }),
    onSuccess: () => client.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  return (
    <Modal opened onClose={onClose} title={t('members.invite')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {invite.data ? (
        <Stack>
          <Alert color="orange">{t('members.once')}</Alert>
          <CopyField label={t('members.link')} value={invite.data.url} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('common.done')}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate();
          }}
        >
          <Stack>
            <TextInput
              label={t('signIn.email')}
              type="email"
              required
              data-autofocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <SegmentedControl
              aria-label={t('members.role')}
              value={role}
              onChange={setRole}
              data={[
                { value: 'member', label: t('role.member') },
                { value: 'admin', label: t('role.admin') },
              ]}
            />
            <ProblemNote error={invite.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={invite.isPending}>
                {t('members.invite')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
