import { type Me, postSessionRenewal } from '@switchboard/contracts';
import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../components/problem-note.tsx';
import { call } from '../lib/call.ts';
import { meKey, meQuery, setupQuery } from '../lib/queries.ts';
import { onConfirmIdentity } from '../lib/reauthentication.ts';
import { useEscapeFirst } from '../lib/use-escape-first.ts';

const aboveEveryDialog = 500;

/** Asks for the password again before something that wants a fresh sign-in; the waiting call goes on by itself. */
export function ConfirmIdentityDialog() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  const settle = useRef<((confirmed: boolean) => void) | undefined>(undefined);
  const [opened, setOpened] = useState(false);
  const { data: setup } = useQuery({ ...setupQuery, enabled: opened });
  const [password, setPassword] = useState('');

  useEffect(
    () =>
      onConfirmIdentity(
        () =>
          new Promise((resolve) => {
            settle.current = resolve;
            setOpened(true);
          }),
      ),
    [],
  );
  const finish = (confirmed: boolean) => {
    setOpened(false);
    setPassword('');
    settle.current?.(confirmed);
    settle.current = undefined;
  };
  useEscapeFirst(opened, () => finish(false));
  const renew = useMutation({
    mutationFn: () => call(postSessionRenewal, { body: { password } }),
    onSuccess: (fresh: Me) => {
      client.setQueryData(meKey, fresh);
      finish(true);
    },
  });

  const linked = (setup?.signInProviders ?? []).filter(({ id }) =>
    me?.signInAccounts.some(({ provider }) => provider === id),
  );

  return (
    <Modal
      opened={opened}
      onClose={() => finish(false)}
      closeOnEscape={false}
      zIndex={aboveEveryDialog}
      title={t('identity.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          renew.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{t('identity.lead')}</Text>
          {me?.hasPassword === false ? (
            linked.map(({ id, title }) => (
              <Anchor key={id} href={`/sign-in/${id}?returnTo=${encodeURIComponent(location.pathname)}`}>
                {t('identity.with', { title })}
              </Anchor>
            ))
          ) : (
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              required
              data-autofocus
            />
          )}
          <ProblemNote error={renew.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => finish(false)}>
              {t('common.cancel')}
            </Button>
            {me?.hasPassword !== false && (
              <Button type="submit" loading={renew.isPending}>
                {t('identity.confirm')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
