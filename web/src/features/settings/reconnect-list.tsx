import type { MustReconnect } from '@switchboard/contracts';
import { Alert, Anchor, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shownText } from '../../lib/shown-text.ts';

/** The connections that did not travel whole, each with its reason. */
export function ReconnectList({ items }: { items: readonly MustReconnect[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Alert color="orange" title={t('bundle.reconnect')}>
      <List size="sm" spacing={4}>
        {items.map((item) => (
          <List.Item key={`${item.provider} ${item.label} ${item.connectionId ?? ''}`}>
            {item.connectionId ? (
              <Anchor component={Link} to={`/connections/${item.connectionId}`} inherit>
                {shownText(item.label)}
              </Anchor>
            ) : (
              shownText(item.label)
            )}
            {`: ${item.message}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
