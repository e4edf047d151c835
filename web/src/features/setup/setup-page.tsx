import { postSetup } from '@switchboard/contracts';
import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignCard } from '../../components/sign-card.tsx';
import { call } from '../../lib/call.ts';
import { browserZone } from '../../lib/clock.ts';
import { fromFragment } from '../../lib/fragment.ts';
import { meKey, setupQuery } from '../../lib/queries.ts';

/** First run: the one-time code came in the address; the person becomes the owner. */
export function SetupPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const given = fromFragment('setup');
  const [form, setForm] = useState({ code: given, name: '', email: '', password: '' });
  const create = useMutation({
    mutationFn: () => call(postSetup, { body: { ...form, timeZone: browserZone() } }),
    onSuccess: (me) => {
      client.setQueryData(meKey, me);
      client.setQueryData(setupQuery.queryKey, (before) => (before ? { ...before, done: true } : before));
    },
  });
  const field = (name: keyof typeof form) => ({
    value: form[name],
    required: true,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
  });

  return (
    <SignCard
      title={t('setup.title')}
      lead={t('setup.lead')}
      submitLabel={t('setup.create')}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate()}
    >
      {!given && (
        <TextInput
          label={t('setup.code')}
          description={t('setup.codeLead')}
          autoComplete="one-time-code"
          {...field('code')}
        />
      )}
      <TextInput label={t('setup.name')} autoComplete="name" data-autofocus {...field('name')} />
      <TextInput label={t('signIn.email')} type="email" autoComplete="username" {...field('email')} />
      <PasswordInput
        label={t('signIn.password')}
        description={t('setup.passwordLead')}
        autoComplete="new-password"
        minLength={8}
        maxLength={128}
        {...field('password')}
      />
    </SignCard>
  );
}
