import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { RuleSentence } from '../rule/RuleSentence';
import { EmptyState } from '../ui/EmptyState';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { useInbox } from './use-review';

export function InboxPage() {
  const inbox = useInbox();
  return (
    <Page title="Review" intro="Versions that wait for a second pair of eyes.">
      <Loaded query={inbox}>
        {list =>
          list.items.length === 0 ? (
            <EmptyState icon={<IconClipboardCheck size={26} />} title="Nothing waits for review">
              Rules that stewards send for review appear here.
            </EmptyState>
          ) : (
            <Stack gap="sm">
              {list.items.map(rule => (
                <Card
                  key={rule.id}
                  component={Link}
                  to={`/review/${rule.id}/${rule.version}`}
                  className="pressable"
                  data-rule={rule.name}
                >
                  <Group justify="space-between" mb={6}>
                    <Group gap="xs">
                      <Text fw={630}>{rule.name}</Text>
                      <Badge color="gray">{rule.recordType}</Badge>
                      {rule.version > 1 ? <Badge color="gray">version {rule.version}</Badge> : null}
                    </Group>
                    <Text size="sm" c="dimmed">
                      {rule.author.name} · <When at={rule.submittedAt ?? rule.createdAt} />
                    </Text>
                  </Group>
                  {rule.explanation ? <RuleSentence compact tokens={rule.explanation.tokens} /> : null}
                </Card>
              ))}
              {list.next ? (
                <Text size="sm" c="dimmed">
                  There are more; decide on some of these first.
                </Text>
              ) : null}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
