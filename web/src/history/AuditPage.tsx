import { Card, Code, Stack, Table, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { AuditEvent } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { eventWords } from './event-words';

export function AuditPage() {
  const events = usePages<AuditEvent>('/audit');
  const items = itemsOf(events.data);
  return (
    <Page title="Audit" intro="Who did what to which version, when. Only ever added to.">
      {events.isPending ? <Loading lines={6} /> : null}
      <ErrorNote error={events.error} again={() => void events.refetch()} />
      {events.data && items.length === 0 ? (
        <EmptyState icon={<IconShieldCheck size={26} />} title="Nothing has happened yet" />
      ) : null}
      {items.length > 0 ? (
        <Stack>
          <Card p={0}>
            <Table.ScrollContainer minWidth={640}>
              <Table aria-label="Audit" fz="sm" horizontalSpacing="md" verticalSpacing={9}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>When</Table.Th>
                    <Table.Th>Who</Table.Th>
                    <Table.Th>What</Table.Th>
                    <Table.Th>On</Table.Th>
                    <Table.Th>Details</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((event, index) => (
                    <Table.Tr key={event.id ?? index}>
                      <Table.Td style={{ whiteSpace: 'nowrap' }}>
                        <When at={event.at} />
                      </Table.Td>
                      <Table.Td>{event.actor.name}</Table.Td>
                      <Table.Td fw={550}>{eventWords(event.action)}</Table.Td>
                      <Table.Td>
                        <Subject event={event} />
                      </Table.Td>
                      <Table.Td maw={320}>
                        {event.detail === undefined ? null : (
                          <Text size="xs" c="dimmed" lineClamp={2} component="div">
                            <Code>
                              {typeof event.detail === 'string' ? event.detail : JSON.stringify(event.detail)}
                            </Code>
                          </Text>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Card>
          <MoreButton
            hasMore={events.hasNextPage}
            isLoading={events.isFetchingNextPage}
            load={() => void events.fetchNextPage()}
          />
        </Stack>
      ) : null}
    </Page>
  );
}

const PLACES: { readonly [type: string]: string } = {
  rule: '/rules/',
  prompt: '/prompts/',
  'record-type': '/record-types/',
};

function Subject({ event }: { readonly event: AuditEvent }) {
  const { subject } = event;
  if (!subject) return <>–</>;
  const place = PLACES[subject.type];
  const words = `${subject.type.replaceAll('-', ' ')} ${subject.id.length > 14 ? `…${subject.id.slice(-6)}` : subject.id}${subject.version ? ` v${subject.version}` : ''}`;
  if (!place) return <span title={subject.id}>{words}</span>;
  return (
    <Link className="row-link" to={`${place}${encodeURIComponent(subject.id)}`} title={subject.id}>
      {words}
    </Link>
  );
}
