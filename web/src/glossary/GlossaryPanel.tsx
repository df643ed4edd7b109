import { Anchor, Badge, Card, Stack, Table, Text } from '@mantine/core';
import { IconVocabulary } from '@tabler/icons-react';
import { Link } from 'react-router';
import { segment } from '../api/client';
import type { GlossaryName, RecordType } from '../api/contracts';
import { itemsOf } from '../api/use-pages';
import { may } from '../session/may';
import { useSession } from '../session/use-session';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { MoreButton } from '../ui/MoreButton';
import { When } from '../ui/When';
import { ListForm } from './ListForm';
import { NameMeaning } from './NameMeaning';
import { TermForm } from './TermForm';
import { useGlossary } from './use-glossary';

/** The names that requests about a record type may use; admins give them. */
export function GlossaryPanel({ type }: { readonly type: RecordType }) {
  const { rights } = useSession();
  const names = useGlossary(type.name);
  const items = itemsOf(names.data);
  return (
    <Stack gap="md">
      {names.isPending ? <Loading /> : null}
      <ErrorNote error={names.error} again={() => void names.refetch()} />
      {names.data && items.length === 0 ? (
        <EmptyState icon={<IconVocabulary size={26} />} title="There are no names yet">
          A term such as “VIP customer” or a list such as “blocked suppliers” can be used in every request.
        </EmptyState>
      ) : null}
      {items.length > 0 ? <NameTable names={items} recordType={type.name} /> : null}
      <MoreButton
        hasMore={names.hasNextPage}
        isLoading={names.isFetchingNextPage}
        load={() => void names.fetchNextPage()}
      />
      {may(rights, 'manage-settings', type.name) ? (
        <>
          <TermForm type={type} />
          <ListForm type={type} />
        </>
      ) : null}
    </Stack>
  );
}

interface NameTableProps {
  readonly names: readonly GlossaryName[];
  readonly recordType: string;
}

function NameTable({ names, recordType }: NameTableProps) {
  return (
    <Card p={0}>
      <Table aria-label="Glossary" fz="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Means</Table.Th>
            <Table.Th>Version</Table.Th>
            <Table.Th>Since</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map(name => (
            <Table.Tr key={name.id} data-name={name.name}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Anchor
                  component={Link}
                  to={`/record-types/${segment(recordType)}/glossary/${segment(name.id)}`}
                  size="sm"
                  fw={600}
                >
                  {name.name}
                </Anchor>{' '}
                <Badge color="gray">{name.kind}</Badge>
                {name.aliases.length > 0 ? (
                  <Text size="xs" c="dimmed">
                    {name.aliases.join(', ')}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>
                <NameMeaning name={name} />
              </Table.Td>
              <Table.Td>{name.version}</Table.Td>
              <Table.Td>
                <When at={name.createdAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
