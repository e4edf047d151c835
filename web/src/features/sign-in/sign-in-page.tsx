import { ErrorCode, errorTable, postSession } from '@switchboard/contracts';
import { Alert, Button, Divider, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SignCard } from '../../components/sign-card.tsx';
import { ProviderMark } from '../../components/provider-mark.tsx';
import { call } from '../../lib/call.ts';
import { ownPath } from '../../lib/own-path.ts';
import { meKey, setupQuery } from '../../lib/queries.ts';

/** Sign-in with the password or with an account that is linked. */
export function SignInPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const { data: setup } = useQuery(setupQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call(postSession, { body: { email, password } }),
    onSuccess: (me) => client.setQueryData(meKey, me),
  });
  const failed = ErrorCode.safeParse(search.get('problem')).data;

  return (
    <SignCard
      title={t('signIn.title')}
      below={
        <>
          {(setup?.signInProviders.length ?? 0) > 0 && <Divider label={t('signIn.or')} />}
          {setup?.signInProviders.map(({ id, title }) => (
            <Button
              key={id}
              component="a"
              href={`/sign-in/${id}?returnTo=${encodeURIComponent(ownPath(search.get('returnTo')))}`}
              variant="default"
              leftSection={<ProviderMark id={id} title={title} size={28} />}
            >
              {t('signIn.with', { title })}
            </Button>
          ))}
        </>
      }
      submitLabel={t('signIn.submit')}
      pending={signIn.isPending}
      error={signIn.error}
      onSubmit={() => signIn.mutate()}
    >
      {failed && !signIn.error && (
        <Alert color="red" role="alert">
          {t('signIn.failed', { reason: errorTable[failed][1] })}
        </Alert>
      )}
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </SignCard>
  );
}
