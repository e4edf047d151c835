import {
  calendarCancelEvent,
  calendarCreateEvent,
  type CalendarEvent,
  calendarUpdateEvent,
  type ConnectionId,
} from '@switchboard/contracts';
import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProposalCard } from '../../components/proposal/proposal-card.tsx';
import type { JsonObject } from '../../components/schema-form/json-schema.ts';
import { SchemaForm } from '../../components/schema-form/schema-form.tsx';
import { proposalQuery } from '../../lib/queries.ts';
import { propose } from './api.ts';
import { formOf } from './event-form.ts';

type Times = Pick<CalendarEvent, 'start' | 'end'>;

/** What a person wants of the calendar. */
export type Wish =
  | { kind: 'create'; initial: Times }
  | { kind: 'change'; event: CalendarEvent }
  | { kind: 'move'; event: CalendarEvent; times: Times }
  | { kind: 'cancel'; event: CalendarEvent };

const capabilityOf = {
  create: calendarCreateEvent,
  change: calendarUpdateEvent,
  move: calendarUpdateEvent,
  cancel: calendarCancelEvent,
};

/** A form where something is to be filled in, then the card that asks for the yes. */
export function ProposeDialog({
  wish,
  connectionId,
  onClose,
}: {
  wish: Wish;
  connectionId: ConnectionId | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (input: JsonObject) =>
      propose(capabilityOf[wish.kind].name, { ...targetOf(wish), ...input }, connectionId),
    onSuccess: (proposal) => client.setQueryData(proposalQuery(proposal.id).queryKey, proposal),
  });
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current || (wish.kind !== 'move' && wish.kind !== 'cancel')) return;
    sent.current = true;
    mutate(wish.kind === 'move' ? { ...wish.times } : {});
  }, [mutate, wish]);
  const form = formOf(wish);

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`calendar.wish.${wish.kind}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data ? (
        <ProposalCard proposalId={data.id} />
      ) : form ? (
        <SchemaForm
          schema={form.schema}
          initial={form.initial}
          submitLabel={t('calendar.review')}
          pending={isPending}
          error={error}
          onSubmit={(input) => mutate(input)}
        />
      ) : (
        !error && <Loading />
      )}
      {!data && <ProblemNote error={error} />}
    </Modal>
  );
}

const targetOf = (wish: Wish): JsonObject =>
  wish.kind === 'create' ? {} : { eventId: wish.event.id, calendarId: wish.event.calendarId };
