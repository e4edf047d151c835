import { getConnections } from '@switchboard/contracts';
import { Anchor, Skeleton, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProviderMark } from '../../components/provider-mark.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { call } from '../../lib/call.ts';

/** Accounts that were disconnected, the latest first, each leading to its receipt. */
export function DisconnectedList() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['connections', 'disconnected'],
    queryFn: ({ signal }) => call(getConnections, { query: { status: 'disconnected' }, signal }),
  });
  const latest = data?.items.toSorted((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt));
  return (
    <Page title={t('connections.receipts')} narrow>
      <ProblemNote error={error} />
      <Anchor component={Link} to="/connections">
        {t('connections.title')}
      </Anchor>
      {!data && !error && <Skeleton height={110} radius="lg" />}
      {latest?.length === 0 && <Text c="dimmed">{t('connections.noReceipts')}</Text>}
      {latest && latest.length > 0 && (
        <div className="swb-card swb-rows">
          {latest.map(({ id, provider, providerTitle, updatedAt }) => (
            <Link key={id} to={`/connections/${id}`} className="swb-row-link">
              <ProviderMark id={provider} title={providerTitle} size={32} />
              <span className="swb-grow">
                <Text fw={600} size="sm">
                  {providerTitle}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('connectionStatus.disconnected')} <RelativeTime at={updatedAt} />
                </Text>
              </span>
              <IconChevronRight size={18} aria-hidden />
            </Link>
          ))}
        </div>
      )}
    </Page>
  );
}
