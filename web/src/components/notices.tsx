import { getNotices, type Notice, postNoticeDismissal } from '@switchboard/contracts';
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../lib/call.ts';
import { shownText } from '../lib/shown-text.ts';
import { useFormat } from '../lib/use-format.ts';
import { ProblemNote } from './problem-note.tsx';

const noticesQuery = queryOptions({
  queryKey: ['notices'],
  staleTime: 30_000,
  queryFn: ({ signal }) => call(getNotices, { signal }),
});

/** Which connections need their person, each told once and gone when it is dealt with. */
export function Notices() {
  const { t } = useTranslation();
  const { data } = useQuery(noticesQuery);
  const client = useQueryClient();
  const dismiss = useMutation({
    mutationFn: (noticeId: Notice['id']) => call(postNoticeDismissal, { params: { noticeId } }),
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-label={t('notices.title')}>
      {data.items.map((notice) => (
        <NoticeView key={notice.id} notice={notice} onDismiss={() => dismiss.mutate(notice.id)} />
      ))}
      <ProblemNote error={dismiss.error} />
    </Stack>
  );
}

function NoticeView({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ended = notice.kind === 'needs_you';
  const Icon = ended ? IconAlertTriangle : IconHourglass;
  return (
    <Alert
      color={ended ? 'red' : 'orange'}
      icon={<Icon size={18} aria-hidden />}
      title={t(ended ? 'notices.needsYou' : 'notices.endsSoon', {
        name: shownText(notice.label),
        at: notice.endsAt ? format.moment(notice.endsAt) : '',
      })}
      withCloseButton
      closeButtonLabel={t('notices.dismiss', { name: shownText(notice.label) })}
      onClose={onDismiss}
    >
      <Text size="sm">
        {notice.reason}{' '}
        <Anchor component={Link} to={`/connections/${notice.connectionId}`} inherit>
          {t('notices.open')}
        </Anchor>
      </Text>
    </Alert>
  );
}
