import { type MessagePart, postConnection, postFeatures } from '@switchboard/contracts';
import { Button, Stack } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { FlowNote } from '../../components/connect/flow-note.tsx';
import { cameBackFrom } from '../../components/connect/left-flow.ts';
import { useConnectFlow } from '../../components/connect/use-connect-flow.ts';
import { call } from '../../lib/call.ts';
import { providersQuery } from '../../lib/queries.ts';

interface Props {
  part: Extract<MessagePart, { kind: 'grant' }>;
  active: boolean;
  onGranted: () => void;
}

/** One button for exactly what is missing; after the consent the conversation goes on by itself. */
export function GrantPart({ part, active, onGranted }: Props) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { data } = useQuery(providersQuery);
  const provider = data?.items.find(({ id }) => id === part.provider);
  const { state, begin, follow } = useConnectFlow((flow) => {
    if (flow.status === 'succeeded' && !flow.missingFeatures?.some((missing) => part.features.includes(missing)))
      onGranted();
  });
  useEffect(() => {
    const left = active ? cameBackFrom(pathname) : undefined;
    if (left) void follow(left);
  }, [active, follow, pathname]);
  const { connectionId, features } = part;
  const nameOf = (id: string) => provider?.features.find((feature) => feature.id === id)?.title ?? id;
  const start = () =>
    begin(() =>
      connectionId
        ? call(postFeatures, { params: { connectionId }, body: { features, returnTo: pathname } })
        : call(postConnection, { body: { provider: part.provider, features, returnTo: pathname } }),
    );
  return (
    <Stack gap="sm" align="flex-start">
      {active && (
        <Button
          leftSection={<IconLockOpen size={18} aria-hidden />}
          onClick={() => void start()}
          loading={state.step === 'starting'}
        >
          {provider
            ? t('chat.allow', { provider: provider.title, features: features.map(nameOf).join(', ') })
            : part.label}
        </Button>
      )}
      <FlowNote state={state} provider={provider?.title ?? part.provider} nameOfFeature={nameOf} />
    </Stack>
  );
}
