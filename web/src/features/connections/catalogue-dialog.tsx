import type { ProviderView } from '@switchboard/contracts';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectDialog } from '../../components/connect/connect-dialog.tsx';
import { Catalogue } from './catalogue.tsx';

/** Choosing a provider, then the connect window. */
export function CatalogueDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ProviderView>();
  if (chosen) return <ConnectDialog provider={chosen} returnTo="/connections" onClose={onClose} />;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('connections.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Catalogue onConnect={setChosen} />
    </Modal>
  );
}
