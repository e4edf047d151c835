import type { AuditEntry, ConnectionId } from '@switchboard/contracts';
import { Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { connectionsQuery, membersQuery, providersQuery } from '../../lib/queries.ts';
import { useFormat } from '../../lib/use-format.ts';
import { actorName, type Names, subjectName } from './audit-names.ts';

/** Entries with names in the place of ids; the ids are there for whoever points at them. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  return (
    <DataTable
      label={t('nav.audit')}
      minWidth={680}
      rows={entries}
      keyOf={({ sequence }) => sequence}
      columns={[
        { label: t('audit.event'), className: 'swb-mono', cell: ({ event }) => event },
        {
          label: t('audit.subject'),
          cell: (entry) => (
            <Text size="sm" title={entry.subject}>
              {subjectName(entry, names) ?? '–'}
            </Text>
          ),
        },
        {
          label: t('audit.actor'),
          cell: (entry) => (
            <Text size="sm" title={entry.actor}>
              {actorName(entry, names) ?? t(entry.actor === 'anonymous' ? 'audit.nobody' : 'audit.hub')}
            </Text>
          ),
        },
        {
          label: t('audit.outcome'),
          cell: ({ outcome }) => (
            <StatusBadge tone={outcome === 'ok' ? 'good' : 'bad'} Icon={outcome === 'ok' ? IconCheck : IconX}>
              {t(`auditOutcome.${outcome}`)}
            </StatusBadge>
          ),
        },
        { label: t('audit.at'), className: 'swb-nowrap', cell: ({ at }) => format.moment(at) },
      ]}
    />
  );
}

/** What the person may know by name: the hub's members and providers, and accounts of their own. */
function useNames(): Names {
  const { data: members } = useQuery(membersQuery);
  const { data: providers } = useQuery(providersQuery);
  const { data: connections } = useQuery(connectionsQuery);
  return useMemo(
    () =>
      new Map<string, string>([
        ...(members?.items ?? []).map(({ id, name }): [string, string] => [id, name]),
        ...(providers?.items ?? []).map(({ id, title }): [string, string] => [id, title]),
        ...(connections?.items ?? []).map(({ id, label }): [ConnectionId, string] => [id, label]),
      ]),
    [members, providers, connections],
  );
}
