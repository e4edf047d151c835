import type { Connection } from '@switchboard/contracts';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from './status-badge.tsx';

/** How a connection stands, as text and icon. */
export function ConnectionStatus({ connection }: { connection: Pick<Connection, 'status' | 'missingFeatures'> }) {
  const { t } = useTranslation();
  const label = t(`connectionStatus.${connection.status}`);
  switch (connection.status) {
    case 'active':
      return connection.missingFeatures.length > 0 ? (
        <StatusBadge tone="waiting" Icon={IconAlertTriangle}>
          {t('connectionStatus.partly')}
        </StatusBadge>
      ) : (
        <StatusBadge tone="good" Icon={IconCircleCheck}>
          {label}
        </StatusBadge>
      );
    case 'reconnect_required':
      return (
        <StatusBadge tone="bad" Icon={IconAlertTriangle}>
          {label}
        </StatusBadge>
      );
    case 'revocation_pending':
      return (
        <StatusBadge tone="waiting" Icon={IconClock}>
          {label}
        </StatusBadge>
      );
    case 'disconnected':
      return (
        <StatusBadge tone="calm" Icon={IconPlugOff}>
          {label}
        </StatusBadge>
      );
  }
}
