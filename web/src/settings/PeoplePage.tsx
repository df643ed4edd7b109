import { Badge, Card, Group, Table, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { Rights, UserAccount } from '../api/contracts';
import { RIGHTS } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { may } from '../session/may';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { NewPerson } from './NewPerson';

export function PeoplePage() {
  const people = usePages<UserAccount>('/users');
  const items = itemsOf(people.data);
  return (
    <Page title="People" intro="Who may sign in, and what each may do.">
      <NewPerson />
      {people.isPending ? <Loading /> : null}
      <ErrorNote error={people.error} again={() => void people.refetch()} />
      {people.data && items.length === 0 ? (
        <EmptyState icon={<IconUsers size={26} />} title="Nobody is here yet" />
      ) : null}
      {items.length > 0 ? (
        <Card p={0}>
          <Table aria-label="People" fz="sm" horizontalSpacing="md" verticalSpacing={10}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>Preset</Table.Th>
                <Table.Th>Rights</Table.Th>
                <Table.Th>Since</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(person => (
                <Table.Tr key={person.id}>
                  <Table.Td>
                    <Text size="sm" fw={600}>
                      {person.name}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {person.disabledAt ? (
                      <Badge color="red">disabled</Badge>
                    ) : person.preset ? (
                      <Badge color="gray">{person.preset}</Badge>
                    ) : (
                      '–'
                    )}
                  </Table.Td>
                  <Table.Td>
                    <RightBadges rights={person.rights ?? {}} />
                  </Table.Td>
                  <Table.Td>
                    <When at={person.createdAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      ) : null}
      <MoreButton
        hasMore={people.hasNextPage}
        isLoading={people.isFetchingNextPage}
        load={() => void people.fetchNextPage()}
      />
    </Page>
  );
}

function RightBadges({ rights }: { readonly rights: Rights }) {
  const held = RIGHTS.filter(right => may(rights, right));
  if (held.length === RIGHTS.length) return <Badge variant="outline">everything</Badge>;
  return (
    <Group gap={4}>
      {held.map(right => (
        <Badge key={right} variant="outline" color="gray" fw={500}>
          {right}
          {may(rights, right, '\u0000') ? '' : ' (some)'}
        </Badge>
      ))}
    </Group>
  );
}
