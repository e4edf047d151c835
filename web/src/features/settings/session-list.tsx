import { deleteSession, deleteSessions, getSessions, type Session } from '@switchboard/contracts';
import { Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { call } from '../../lib/call.ts';
import { forgetPerson } from '../../lib/forget-person.ts';

const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => call(getSessions, { signal }) });

/** Where one is signed in; each can be ended, or all at once. */
export function SessionList() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error, isPending } = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (sessionId: Session['id']) => call(deleteSession, { params: { sessionId } }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const everywhere = useMutation({
    mutationFn: () => call(deleteSessions),
    onSuccess: () => forgetPerson(client),
  });
  return (
    <section className="swb-card swb-section" aria-label={t('settings.sessions')}>
      <Stack>
        <Group justify="space-between">
          <Title order={2}>{t('settings.sessions')}</Title>
          <Button variant="default" size="xs" loading={everywhere.isPending} onClick={() => everywhere.mutate()}>
            {t('settings.everywhere')}
          </Button>
        </Group>
        <ProblemNote error={error ?? end.error ?? everywhere.error} />
        {isPending && <Skeleton height={80} />}
        <ul className="swb-list swb-rows">
          {data?.items.map((session) => (
            <li key={session.id}>
              <Group py="sm" justify="space-between" wrap="nowrap">
                <div className="swb-grow">
                  <Text size="sm" lineClamp={2}>
                    {session.userAgent ?? t('settings.unknownBrowser')}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {session.address && `${session.address} · `}
                    {t('settings.lastSeen')} <RelativeTime at={session.lastSeenAt} />
                  </Text>
                </div>
                {session.current ? (
                  <Badge color="green">{t('settings.thisOne')}</Badge>
                ) : (
                  <Button variant="default" size="xs" onClick={() => end.mutate(session.id)}>
                    {t('settings.end')}
                  </Button>
                )}
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </section>
  );
}
