import { postInvitationAcceptance } from '@switchboard/contracts';
import { Alert, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignCard } from '../../components/sign-card.tsx';
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
    <SignCard
      title={t('join.title')}
      lead={t('join.lead')}
      disabled={!token}
      submitLabel={t('join.submit')}
      pending={join.isPending}
      error={join.error}
      onSubmit={() => join.mutate()}
    >
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
    </SignCard>
  );
}
