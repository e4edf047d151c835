import type { ConnectionDetail } from '@switchboard/contracts';
import { Table, Title } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../components/status-badge.tsx';

/** What was asked for and what was granted. */
export function FeatureMatrix({ rows }: { rows: ConnectionDetail['featureMatrix'] }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="swb-card swb-section" aria-labelledby={id}>
      <Title order={2} id={id}>
        {t('connections.features')}
      </Title>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('connections.feature')}</Table.Th>
            <Table.Th>{t('connections.granted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.feature}>
              <Table.Td>{row.title}</Table.Td>
              <Table.Td>
                {row.granted ? (
                  <StatusBadge tone="good" Icon={IconCheck}>
                    {t('connections.yes')}
                  </StatusBadge>
                ) : row.requested ? (
                  <StatusBadge tone="waiting" Icon={IconX}>
                    {t('connections.refused')}
                  </StatusBadge>
                ) : (
                  <StatusBadge tone="calm" Icon={IconMinus}>
                    {t('connections.notAsked')}
                  </StatusBadge>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
