import { Badge, Card, Stack, Table, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Prompt } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { outcomeColor } from './event-words';

export function PromptsPage() {
  const prompts = usePages<Prompt>('/prompts');
  const items = itemsOf(prompts.data);
  return (
    <Page title="Prompts" intro="Everything that was asked, what was sent, and what came of it.">
      {prompts.isPending ? <Loading lines={6} /> : null}
      <ErrorNote error={prompts.error} again={() => void prompts.refetch()} />
      {prompts.data && items.length === 0 ? (
        <EmptyState icon={<IconHistory size={26} />} title="Nothing has been asked yet">
          Every prompt is kept here from the moment it arrives.
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <Stack>
          <Card p={0}>
            <Table.ScrollContainer minWidth={640}>
              <Table aria-label="Prompts" fz="sm" horizontalSpacing="md" verticalSpacing={10} highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Prompt</Table.Th>
                    <Table.Th>Record type</Table.Th>
                    <Table.Th>Outcome</Table.Th>
                    <Table.Th>Translator</Table.Th>
                    <Table.Th>Who</Table.Th>
                    <Table.Th>When</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map(prompt => (
                    <PromptRow key={prompt.id} prompt={prompt} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Card>
          <MoreButton
            hasMore={prompts.hasNextPage}
            isLoading={prompts.isFetchingNextPage}
            load={() => void prompts.fetchNextPage()}
          />
        </Stack>
      ) : null}
    </Page>
  );
}

function PromptRow({ prompt }: { readonly prompt: Prompt }) {
  const outcome = prompt.state === 'answered' ? prompt.outcome : prompt.state;
  return (
    <Table.Tr>
      <Table.Td maw={420}>
        <Link className="row-link" to={`/prompts/${prompt.id}`}>
          <Text size="sm" fw={550} lineClamp={2} dir="auto">
            {prompt.text}
          </Text>
        </Link>
      </Table.Td>
      <Table.Td>{prompt.recordType ?? '–'}</Table.Td>
      <Table.Td>
        <Badge color={outcomeColor(outcome)}>{outcome ?? 'received'}</Badge>
      </Table.Td>
      <Table.Td>{prompt.translator ?? '–'}</Table.Td>
      <Table.Td>{prompt.by.name}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <When at={prompt.receivedAt} />
      </Table.Td>
    </Table.Tr>
  );
}
