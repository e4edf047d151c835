import { type Me, NotifyBy, patchMe } from '@switchboard/contracts';
import { Button, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { meKey } from '../../lib/queries.ts';
import { knownZones } from '../../lib/time.ts';

/** Name and time zone; the address is what one signs in with. */
export function ProfileForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(me.name);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const [notifyBy, setNotifyBy] = useState(me.notifyBy);
  const save = useMutation({
    mutationFn: () => call(patchMe, { body: { name, timeZone, notifyBy } }),
    onSuccess: (changed) => {
      client.setQueryData(meKey, changed);
      notifications.show({ color: 'green', message: t('settings.saved') });
    },
  });
  return (
    <section className="swb-card swb-section" aria-label={t('settings.profile')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <Title order={2}>{t('settings.profile')}</Title>
          <TextInput
            label={t('setup.name')}
            required
            maxLength={128}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput label={t('signIn.email')} value={me.email} readOnly />
          <Select
            label={t('settings.zone')}
            description={t('settings.zoneLead')}
            data={[...new Set([me.timeZone, ...knownZones()])]}
            searchable
            limit={80}
            allowDeselect={false}
            value={timeZone}
            onChange={(value) => value && setTimeZone(value)}
          />
          <Select
            label={t('settings.notifyBy')}
            description={t('settings.notifyByLead')}
            data={NotifyBy.options.map((value) => ({ value, label: t(`notifyBy.${value}`) }))}
            allowDeselect={false}
            value={notifyBy}
            onChange={(value) => value && setNotifyBy(NotifyBy.parse(value))}
          />
          <ProblemNote error={save.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
