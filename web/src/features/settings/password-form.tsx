import { patchMe } from '@switchboard/contracts';
import { Alert, Button, Group, PasswordInput, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { meKey } from '../../lib/queries.ts';

/** A new password; the hub asks for the present one where the sign-in is not fresh. */
export function PasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [newPassword, setNewPassword] = useState('');
  const save = useMutation({
    mutationFn: () => call(patchMe, { body: { newPassword } }),
    onSuccess: (me) => {
      client.setQueryData(meKey, me);
      setNewPassword('');
    },
  });
  return (
    <section className="swb-card swb-section" aria-label={t('settings.password')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <Title order={2}>{t('settings.password')}</Title>
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={t(hasPassword ? 'settings.newPassword' : 'settings.firstPassword')}
            description={t('setup.passwordLead')}
            autoComplete="new-password"
            minLength={8}
            maxLength={128}
            required
            value={newPassword}
            onChange={(event) => setNewPassword(event.currentTarget.value)}
          />
          <ProblemNote error={save.error} />
          {save.isSuccess && (
            <Alert color="green" role="status">
              {t('settings.passwordChanged')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('settings.changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
