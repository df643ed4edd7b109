import { Table, Text } from '@mantine/core';
import type { ClauseCount } from '../api/contracts';
import { isLitBy } from '../rule/pointer';
import { count, percent } from '../ui/count';

interface ClauseTableProps {
  readonly clauses: readonly ClauseCount[];
  readonly of: number;
  readonly lit?: string | undefined;
  readonly onLight?: (at: string | undefined) => void;
}

/** Where records are lost: each clause alone, and what is left after it. */
export function ClauseTable({ clauses, of, lit, onLight }: ClauseTableProps) {
  return (
    <Table aria-label="Clauses" fz="sm" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Clause</Table.Th>
          <Table.Th w={130} ta="right">
            Matches alone
          </Table.Th>
          <Table.Th w={130} ta="right">
            Remaining
          </Table.Th>
          <Table.Th w={140} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clauses.map(clause => (
          <Table.Tr
            key={clause.at}
            bg={isLitBy(clause.at, lit) ? 'var(--mark)' : undefined}
            onMouseEnter={() => onLight?.(clause.at)}
            onMouseLeave={() => onLight?.(undefined)}
          >
            <Table.Td>
              <Text size="sm" lineClamp={2} title={clause.text}>
                {clause.text}
              </Text>
            </Table.Td>
            <Table.Td className="number">{count(clause.matched)}</Table.Td>
            <Table.Td className="number" fw={600}>
              {count(clause.remaining)}
            </Table.Td>
            <Table.Td>
              <Bar alone={clause.matched} remaining={clause.remaining} of={of} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Bar({ alone, remaining, of }: { readonly alone: number; readonly remaining: number; readonly of: number }) {
  const width = (value: number): string => `${of > 0 ? Math.max(value > 0 ? 1.5 : 0, (100 * value) / of) : 0}%`;
  return (
    <div title={`${percent(remaining, of)} of the sample remain`}>
      <div className="bar" style={{ marginBottom: 3 }}>
        <div className="soft" style={{ width: width(alone) }} />
      </div>
      <div className="bar">
        <div style={{ width: width(remaining) }} />
      </div>
    </div>
  );
}
