import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Field } from '../api/contracts';
import { count, counted, percent } from '../ui/count';
import { FieldType } from './FieldType';
import { labelOf } from './label-of';
import { filledShare, profileWords, readingWords } from './field-words';

/** So many rows are drawn at once: record types may have thousands of fields. */
const AT_ONCE = 100;

export function FieldTable({
  fields,
  keyField,
}: {
  readonly fields: readonly Field[];
  readonly keyField: string | undefined;
}) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label="Fields" fz="sm" horizontalSpacing="md" verticalSpacing={10}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th>Type</Table.Th>
            <Table.Th w={130}>Filled</Table.Th>
            <Table.Th ta="right">Distinct</Table.Th>
            <Table.Th>Values</Table.Th>
            <Table.Th>How it is read</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.slice(0, shown).map(field => (
            <Table.Tr key={field.name}>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <Text size="sm" fw={600}>
                    {labelOf(field)}
                  </Text>
                  {field.name === keyField ? <Badge size="xs">key</Badge> : null}
                  {field.sensitivity === 'personal' ? (
                    <Badge size="xs" color="yellow">
                      personal
                    </Badge>
                  ) : null}
                </Group>
                {field.name.toLowerCase() !== labelOf(field).toLowerCase() ? (
                  <Text className="code" c="dimmed">
                    {field.name}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>
                <FieldType type={field.type} />
              </Table.Td>
              <Table.Td>
                <Filled field={field} />
              </Table.Td>
              <Table.Td className="number">
                {field.profile ? `${field.profile.distinctIsExact ? '' : '≥ '}${count(field.profile.distinct)}` : '–'}
              </Table.Td>
              <Table.Td maw={260}>
                <Text size="sm" lineClamp={2}>
                  {profileWords(field)}
                </Text>
              </Table.Td>
              <Table.Td maw={220}>
                <Text size="xs" c="dimmed" lineClamp={2} title={readingWords(field)}>
                  {readingWords(field)}
                </Text>
                {field.profile && field.profile.unreadable > 0 ? (
                  <Text size="xs" c="var(--unused)">
                    {count(field.profile.unreadable)} unreadable
                  </Text>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {fields.length > shown ? (
        <Group p="md" gap="sm">
          <Text size="sm" c="dimmed">
            and {counted(fields.length - shown, 'more field')}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + AT_ONCE)}>
            Show more
          </Button>
        </Group>
      ) : null}
    </Table.ScrollContainer>
  );
}

function Filled({ field }: { readonly field: Field }) {
  const profile = field.profile;
  if (!profile) return <Text size="sm">–</Text>;
  return (
    <div title={`${count(profile.filled)} of ${count(profile.records)}`}>
      <Text size="xs">{filledShare(field)}</Text>
      <div className="bar">
        <div style={{ width: percent(profile.filled, profile.records).replace(/[^\d]/g, '') + '%' }} />
      </div>
    </div>
  );
}
