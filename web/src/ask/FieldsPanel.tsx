import { Box, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordType } from '../api/contracts';
import { FieldType } from '../catalog/FieldType';
import { labelOf } from '../catalog/label-of';
import { profileWords } from '../catalog/field-words';
import { count } from '../ui/count';

const FEW = 12;
/** More are found by searching. */
const MOST = 100;

/** What can be asked about: the fields of the record type, and what is in them. */
export function FieldsPanel({ recordType }: { readonly recordType: RecordType }) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fields = recordType.fields.filter(field =>
    `${field.label} ${labelOf(field)} ${field.name}`.toLowerCase().includes(wanted),
  );
  return (
    <Stack gap="sm">
      {recordType.fields.length > FEW ? (
        <TextInput
          size="xs"
          aria-label="Find a field"
          placeholder="Find a field"
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <Stack gap={11} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {fields.slice(0, MOST).map(field => (
          <Box component="li" key={field.name}>
            <Group gap={8} wrap="nowrap" justify="space-between">
              <Text size="sm" fw={570} truncate title={field.name}>
                {labelOf(field)}
              </Text>
              <FieldType type={field.type} />
            </Group>
            <Text size="xs" c="dimmed" lineClamp={1} title={profileWords(field)}>
              {profileWords(field)}
            </Text>
          </Box>
        ))}
      </Stack>
      {fields.length > MOST ? (
        <Text size="xs" c="dimmed">
          and {count(fields.length - MOST)} more: find them by their name
        </Text>
      ) : null}
      {fields.length === 0 ? (
        <Text size="sm" c="dimmed">
          No field is called that.
        </Text>
      ) : null}
    </Stack>
  );
}
