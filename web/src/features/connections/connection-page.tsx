import { ConnectionId, postFeatures } from '@switchboard/contracts';
import { Alert, Avatar, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { takesKey } from '../../components/connect/methods.ts';
import { useConnectFlow } from '../../components/connect/use-connect-flow.ts';
import { ConnectionStatus } from '../../components/connection-status.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProviderMark } from '../../components/provider-mark.tsx';
import { call } from '../../lib/call.ts';
import { localProblem } from '../../lib/problem-error.ts';
import { connectionQuery, providerQuery } from '../../lib/queries.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ActionList } from './action-list.tsx';
import { ConnectionMenu } from './connection-menu.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { DisconnectedView } from './disconnected-view.tsx';
import { FeatureMatrix } from './feature-matrix.tsx';
import { ConnectionTimeline } from './connection-timeline.tsx';
import { ProxyCard } from './proxy-card.tsx';
import { ReconnectDialog } from './reconnect-dialog.tsx';
import { UsageCard } from './usage-card.tsx';

/** One connection: its health, what it may do, what happened to it, and every action it can run. */
export function ConnectionPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [leaving, setLeaving] = useState(false);
  const id = ConnectionId.safeParse(useParams()['connectionId']);
  const { data, error } = useQuery({ ...connectionQuery(id.data as ConnectionId), enabled: id.success && !leaving });
  const { data: provider } = useQuery({ ...providerQuery(data?.provider ?? ''), enabled: data !== undefined });
  const [allowing, setAllowing] = useState(false);
  const flow = useConnectFlow();
  const problem = id.success ? error : localProblem('connection_unknown');

  if (!data) {
    return (
      <Page title={t('connections.one')}>
        {problem ? <ProblemNote error={problem} /> : <Skeleton height={240} radius="lg" />}
      </Page>
    );
  }
  if (data.status === 'disconnected' && !leaving) return <DisconnectedView connection={data} />;
  const method = provider?.methods.find((one) => one.id === data.method);
  const allow = (features: string[]) => {
    setAllowing(true);
    const body = { features, returnTo: `/connections/${data.id}` };
    void flow.begin(
      () => call(postFeatures, { params: { connectionId: data.id }, body }),
      method !== undefined && !takesKey(method),
    );
  };
  const titleOf = (action: string) => provider?.actions.find(({ ref }) => ref === action)?.title ?? t('usage.raw');
  return (
    <Page
      title={data.label}
      actions={
        <>
          <ConnectionStatus connection={data} />
          <ConnectionMenu connection={data} provider={provider} onDisconnect={() => setLeaving(true)} />
        </>
      }
    >
      <Group gap="sm">
        <ProviderMark id={data.provider} title={data.providerTitle} size={36} />
        <Avatar
          src={data.account.picture}
          name={data.account.name ?? data.account.email ?? '?'}
          size={36}
          alt=""
          color="initials"
        />
        <div>
          <Text fw={600}>{data.account.name ?? data.label}</Text>
          <Text size="sm" c="dimmed">
            {[data.account.email, provider?.title, t(`environment.${data.environment}`)].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Group>
      {data.statusReason && <Alert color="orange">{data.statusReason}</Alert>}
      {data.expectedEnd && (
        <Alert color={data.expectedEnd.renewed ? 'blue' : 'orange'} icon={<IconHourglass size={18} aria-hidden />}>
          {t(data.expectedEnd.renewed ? 'connections.endsUnused' : 'connections.expectedEnd', {
            at: format.moment(data.expectedEnd.at),
            reason: data.expectedEnd.reason,
          })}
        </Alert>
      )}
      <div className="swb-two">
        <Stack gap="lg">
          {data.featureMatrix.length > 0 && (
            <FeatureMatrix
              rows={data.featureMatrix}
              {...(method && method.kind !== 'serviceAccount' ? { onAllow: allow } : {})}
            />
          )}
          {provider && provider.actions.length > 0 && <ActionList connection={data} actions={provider.actions} />}
          {provider?.actions.length === 0 && <ProxyCard connectionId={data.id} />}
        </Stack>
        <Stack gap="lg">
          <UsageCard connectionId={data.id} titleOf={titleOf} />
          <ConnectionTimeline entries={data.timeline} features={provider?.features ?? []} />
        </Stack>
      </div>
      {allowing && <ReconnectDialog state={flow.state} provider={provider} onClose={() => setAllowing(false)} />}
      {leaving && <DisconnectDialog connection={data} onClose={(gone) => setLeaving(gone)} />}
    </Page>
  );
}
