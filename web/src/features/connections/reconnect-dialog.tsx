import type { ProviderView } from '@switchboard/contracts';
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FlowNote } from '../../components/connect/flow-note.tsx';
import type { FlowState } from '../../components/connect/use-connect-flow.ts';

interface Props {
  state: FlowState;
  provider: ProviderView | undefined;
  onClose: () => void;
}

/** How connecting the same account again goes. */
export function ReconnectDialog({ state, provider, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connections.reconnect')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <FlowNote
        state={state}
        provider={provider?.title ?? ''}
        nameOfFeature={(id) => provider?.features.find((feature) => feature.id === id)?.title ?? id}
      />
    </Modal>
  );
}
