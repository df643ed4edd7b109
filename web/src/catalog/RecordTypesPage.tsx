import { Badge, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useRecordTypes } from '../api/queries';
import { may } from '../session/may';
import { useSession } from '../session/use-session';
import { EmptyState } from '../ui/EmptyState';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { counted } from '../ui/count';
import { someOf } from '../ui/some-of';
import { ImportBox } from './ImportBox';
import { labelOf } from './label-of';
import { recordsOf } from './records-of';

export function RecordTypesPage() {
  const types = useRecordTypes();
  const { rights } = useSession();
  return (
    <Page title="Record types" intro="The kinds of records rules are about, with what is known of every field.">
      <Stack gap="lg">
        <Loaded query={types}>
          {list =>
            list.items.length === 0 ? (
              <EmptyState icon={<IconDatabase size={26} />} title="There are no records yet">
                Import a file below; its fields, types and values are found by looking.
              </EmptyState>
            ) : (
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
                {list.items.map(type => (
                  <Card
                    key={type.name}
                    component={Link}
                    to={`/record-types/${encodeURIComponent(type.name)}`}
                    className="pressable"
                    p="md"
                  >
                    <Group justify="space-between" wrap="nowrap">
                      <Text fw={630} truncate>
                        {labelOf({ name: type.name, label: type.label ?? type.name })}
                      </Text>
                      {type.key ? <Badge color="gray">key: {type.key}</Badge> : null}
                    </Group>
                    <Text size="sm" c="dimmed" mt={4}>
                      {[recordsOf(type), type.fields ? counted(type.fields.length, 'field') : undefined]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                    {type.fields ? (
                      <Text size="xs" c="dimmed" mt={6} lineClamp={2}>
                        {someOf(type.fields.map(labelOf))}
                      </Text>
                    ) : null}
                  </Card>
                ))}
              </SimpleGrid>
            )
          }
        </Loaded>
        {may(rights, 'ask') ? <ImportBox names={types.data?.items.map(type => type.name) ?? []} /> : null}
      </Stack>
    </Page>
  );
}
