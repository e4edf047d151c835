import { postInvitationAcceptance } from '@switchboard/contracts';
import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BrandMark } from '../../components/brand-mark.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { browserZone } from '../../lib/clock.ts';
import { fromFragment } from '../../lib/fragment.ts';
import { meKey } from '../../lib/queries.ts';

/** Joining with an invitation; its token came in the address and was erased from it. */
export function JoinPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const token = fromFragment('invitation');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: () => call(postInvitationAcceptance, { body: { token, name, password, timeZone: browserZone() } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meKey });
      await navigate('/welcome', { replace: true });
    },
  });

  return (
    <main className="swb-center">
      <form
        className="swb-card swb-sign"
        onSubmit={(event) => {
          event.preventDefault();
          join.mutate();
        }}
      >
        <Stack>
          <BrandMark size={44} />
          <div>
            <Title order={1}>{t('join.title')}</Title>
            <Text c="dimmed">{t('join.lead')}</Text>
          </div>
          {!token && (
            <Alert color="red" role="alert">
              {t('join.noToken')}
            </Alert>
          )}
          <TextInput
            label={t('setup.name')}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('join.password')}
            description={t('setup.passwordLead')}
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={128}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNote error={join.error} />
          <Button type="submit" loading={join.isPending} disabled={!token}>
            {t('join.submit')}
          </Button>
        </Stack>
      </form>
    </main>
  );
}
