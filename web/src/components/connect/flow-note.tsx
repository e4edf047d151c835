import { Alert, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../problem-note.tsx';
import type { FlowState } from './use-connect-flow.ts';

interface Props {
  state: FlowState;
  provider: string;
  /** What a feature is called. */
  nameOfFeature: (feature: string) => string;
  /** JSON Schema of the settings beside it, which show what is wrong with them. */
  settings?: unknown;
}

/** How the visit to the provider goes: waiting, connected, partly granted, denied, expired. */
export function FlowNote({ state, provider, nameOfFeature, settings }: Props) {
  const { t } = useTranslation();
  if (state.step === 'idle') return null;
  if (state.step === 'failed') return <ProblemNote error={state.error} schema={settings} within="settings" />;
  if (state.step !== 'ended') {
    return (
      <Group role="status" gap="sm" wrap="nowrap">
        <Loader size="sm" aria-hidden />
        <Text size="sm">{t(state.step === 'starting' ? 'connect.starting' : 'connect.waiting', { provider })}</Text>
      </Group>
    );
  }
  const { flow } = state;
  if (flow && flow.status !== 'succeeded') {
    return (
      <Alert
        role="alert"
        color="red"
        icon={<IconAlertTriangle size={18} aria-hidden />}
        title={t('connect.notConnected')}
      >
        {flow.error?.message ?? t('connect.expired')}{' '}
        {t(flow.error?.code === 'account_mismatch' ? 'connect.tryAgain' : 'connect.nothingChanged')}
      </Alert>
    );
  }
  const missing = flow?.missingFeatures ?? [];
  return missing.length > 0 ? (
    <Alert role="status" color="orange" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('connect.partly')}>
      {t('connect.missing', { features: missing.map(nameOfFeature).join(', ') })}
    </Alert>
  ) : (
    <Alert
      role="status"
      color="green"
      icon={<IconCircleCheck size={18} aria-hidden />}
      title={t('connect.connected', { provider })}
    >
      {t('connect.connectedLead')}
    </Alert>
  );
}
