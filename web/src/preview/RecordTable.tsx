import { Table } from '@mantine/core';
import { valueAt } from '@lib/rules';
import type { ReactNode } from 'react';
import type { DataRecord, RecordChange } from '../api/contracts';
import { Cell } from './Cell';
import { changesByPath } from './display-value';
import type { Column } from './preview-columns';

export interface RecordRow {
  readonly record: DataRecord;
  readonly changes?: readonly RecordChange[];
  readonly remark?: ReactNode;
}

interface RecordTableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly RecordRow[];
  readonly remarkLabel?: string;
}

export function RecordTable({ label, columns, rows, remarkLabel }: RecordTableProps) {
  return (
    <Table.ScrollContainer minWidth={Math.min(columns.length * 130, 2400)} maxHeight={460}>
      <Table stickyHeader aria-label={label} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map(column => (
              <Table.Th key={column.name} ta={column.isNumber ? 'right' : 'left'} title={column.name}>
                {column.label}
              </Table.Th>
            ))}
            {remarkLabel ? <Table.Th>{remarkLabel}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => {
            const changes = changesByPath(row.changes ?? []);
            return (
              <Table.Tr key={index}>
                {columns.map(column => (
                  <Table.Td
                    key={column.name}
                    {...(column.isNumber ? { className: 'number' } : {})}
                    {...(column.isKey ? { fw: 600 } : {})}
                  >
                    <Cell
                      value={valueAt(row.record, column.name)}
                      change={changes.find(change => change.path === column.name)}
                    />
                  </Table.Td>
                ))}
                {remarkLabel ? <Table.Td>{row.remark}</Table.Td> : null}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
