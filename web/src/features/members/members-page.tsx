import type { Member } from '@switchboard/contracts';
import { Avatar, Badge, Button, Group, Menu, Skeleton, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { membersQuery, meQuery } from '../../lib/queries.ts';
import { changeRole, removeMember } from './api.ts';
import { InviteDialog } from './invite-dialog.tsx';

/** People of this hub, their roles, and who is invited. */
export function MembersPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data, error, isPending } = useQuery(membersQuery);
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const onSettled = () => client.invalidateQueries({ queryKey: membersQuery.queryKey });
  const role = useMutation({ mutationFn: changeRole, onSettled });
  const remove = useMutation({ mutationFn: removeMember, onSettled, onSuccess: () => setLeaving(undefined) });
  const manages = me?.permissions.includes('members:manage') ?? false;

  return (
    <Page
      title={t('nav.members')}
      lead={t('members.lead')}
      narrow
      actions={
        manages && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        )
      }
    >
      <ProblemNote error={error ?? role.error} />
      {isPending && <Skeleton height={140} radius="lg" />}
      <ul className="swb-card swb-rows swb-list">
        {data?.items.map((member) => (
          <li key={member.id} className="swb-section">
            <Group>
              <Avatar name={member.name} color="initials" alt="" />
              <div className="swb-grow">
                <Text fw={600}>{member.name}</Text>
                <Text size="sm" c="dimmed">
                  {member.email}
                </Text>
              </div>
              <Badge color="gray">{t(`role.${member.role}`)}</Badge>
              {manages && member.role !== 'owner' && member.id !== me?.memberId && (
                <Menu>
                  <Menu.Target>
                    <Button variant="default" size="xs" aria-label={t('members.change', { name: member.name })}>
                      {t('members.manage')}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      onClick={() => role.mutate({ id: member.id, role: member.role === 'admin' ? 'member' : 'admin' })}
                    >
                      {t(member.role === 'admin' ? 'members.makeMember' : 'members.makeAdmin')}
                    </Menu.Item>
                    <Menu.Item color="var(--mantine-color-error)" onClick={() => setLeaving(member)}>
                      {t('members.remove')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {data && data.invitations.length > 0 && (
        <>
          <Title order={2}>{t('members.invited')}</Title>
          <ul className="swb-card swb-rows swb-list">
            {data.invitations.map((invitation) => (
              <li key={invitation.id} className="swb-section">
                <Group justify="space-between">
                  <Text>{invitation.email}</Text>
                  <Text size="sm" c="dimmed">
                    {t(`role.${invitation.role}`)} · {t('members.expires')} <RelativeTime at={invitation.expiresAt} />
                  </Text>
                </Group>
              </li>
            ))}
          </ul>
        </>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      <ConfirmDialog
        opened={leaving !== undefined}
        title={t('members.removeTitle', { name: leaving?.name ?? '' })}
        confirmLabel={t('members.remove')}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving && remove.mutate(leaving.id)}
        onClose={() => setLeaving(undefined)}
      >
        {t('members.removeLead')}
      </ConfirmDialog>
    </Page>
  );
}
