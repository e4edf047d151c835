import {
  type MethodView,
  patchProviderClient,
  postProviderClientCheck,
  type ProviderView,
} from '@switchboard/contracts';
import { Button, Checkbox, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CheckView } from '../../components/check-view.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';

interface Props {
  provider: ProviderView;
  method: MethodView;
  client: NonNullable<MethodView['client']>;
}

/** How the client that is set up stands at the provider, tried again with a button. */
export function ClientState({ provider, method, client }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const params = { provider: provider.id };
  const onSettled = () => queries.invalidateQueries({ queryKey: ['providers'] });
  const check = useMutation({
    mutationFn: () => call(postProviderClientCheck, { params, body: { method: method.id } }),
    onSettled,
  });
  const mark = useMutation({
    mutationFn: (testing: boolean) => call(patchProviderClient, { params, body: { method: method.id, testing } }),
    onSettled,
  });
  return (
    <>
      <Group gap="xs">
        <CheckView check={client.check} never={t('providers.neverTried')} />
        <Button size="compact-sm" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('providers.tryNow')}
        </Button>
      </Group>
      <Checkbox
        label={t('providers.testing')}
        description={t('providers.testingLead')}
        checked={client.testing}
        disabled={mark.isPending}
        onChange={(event) => mark.mutate(event.currentTarget.checked)}
      />
      <ProblemNote error={check.error ?? mark.error} />
    </>
  );
}
