import { getSecretUses } from '@switchboard/contracts';
import { Button, Modal, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { call } from '../../lib/call.ts';
import { shownText } from '../../lib/shown-text.ts';

/** Who used a key when, and what for, the latest first. */
export function UsesDialog({ secret, onClose }: { secret: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['secrets', secret.id, 'uses'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(getSecretUses, {
        params: { secretId: secret.id },
        query: pageParam === undefined ? {} : { cursor: pageParam },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const uses = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('secrets.usesNamed', { name: secret.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ProblemNote error={error} />
      {isPending && <Skeleton height={80} radius="md" />}
      {data && uses.length === 0 && <Text c="dimmed">{t('secrets.neverUsed')}</Text>}
      <div className="swb-rows">
        {uses.map((use) => (
          <div key={`${use.at} ${use.runId ?? use.purpose}`} className="swb-result-row">
            <Text size="sm" fw={600}>
              {shownText(use.label)} · {use.purpose}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`secretVia.${use.via}`, { name: use.apiKeyName ?? '' })} · <RelativeTime at={use.at} />
            </Text>
          </div>
        ))}
      </div>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Modal>
  );
}
