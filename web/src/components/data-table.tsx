import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Column<Row> {
  label: string;
  cell: (row: Row) => ReactNode;
  className?: string;
}

interface Props<Row> {
  /** What the table lists; said where it is scrolled by keyboard. */
  label: string;
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  /** In pixels; with less room the table scrolls, and on a phone each row becomes a card. */
  minWidth: number;
  /** Off inside a card. */
  framed?: boolean;
}

/** Rows under named columns, within reach on every screen and by keyboard. */
export function DataTable<Row>({ label, columns, rows, keyOf, minWidth, framed = true }: Props<Row>) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      className={framed ? 'swb-card swb-stacks' : 'swb-stacks'}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': label } }}
    >
      <Table verticalSpacing="sm" highlightOnHover={framed}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.label}>{column.label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map((column, at) => (
                <Table.Td
                  key={column.label}
                  className={column.className}
                  {...(at > 0 ? { 'data-label': column.label } : {})}
                >
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
