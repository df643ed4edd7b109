import { Anchor, Card, Code, Group, ScrollArea, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { api, segment } from '../api/client';
import type { Prompt } from '../api/contracts';
import { PromptText } from '../ask/PromptText';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { factText, promptFacts } from './prompt-facts';

export function PromptPage() {
  const { id = '' } = useParams();
  const prompt = useQuery({
    queryKey: ['prompts', id],
    queryFn: ({ signal }) => api.get<Prompt>(`/prompts/${segment(id)}`, { signal }),
  });
  return (
    <Page
      title="Prompt"
      above={
        <Anchor component={Link} to="/prompts" size="sm" c="dimmed">
          <Group gap={4}>
            <IconArrowLeft size={15} /> Prompts
          </Group>
        </Anchor>
      }
      intro={
        prompt.data ? (
          <>
            {prompt.data.by.name} · <When at={prompt.data.receivedAt} />
          </>
        ) : undefined
      }
    >
      <Loaded query={prompt} lines={6}>
        {data => <Facts prompt={data} />}
      </Loaded>
    </Page>
  );
}

const NO_GROUNDING = { spans: [], unused: [] };

function Facts({ prompt }: { readonly prompt: Prompt }) {
  const facts = promptFacts(prompt);
  return (
    <Stack gap="md">
      <Card>
        <PromptText text={prompt.text} answer={prompt.grounding ?? NO_GROUNDING} />
        {prompt.exchanges?.length === 0 ? (
          <Text size="sm" c="dimmed" mt="xs">
            Nothing was sent anywhere: no model was asked.
          </Text>
        ) : null}
        {prompt.result ? (
          <Text size="sm" mt="xs">
            Saved as{' '}
            <Anchor component={Link} to={`/rules/${prompt.result.rule}`} size="sm">
              version {prompt.result.version} of a rule
            </Anchor>
            .
          </Text>
        ) : null}
      </Card>
      <Card>
        <SimpleGrid cols={{ base: 2, lg: 3 }}>
          {facts
            .filter(fact => !fact.isLong)
            .map(fact => (
              <div key={fact.name}>
                <Text size="xs" c="dimmed" fw={600}>
                  {fact.name}
                </Text>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {factText(fact.value)}
                </Text>
              </div>
            ))}
        </SimpleGrid>
      </Card>
      {facts
        .filter(fact => fact.isLong)
        .map(fact => (
          <Card key={fact.name} p="md">
            <Title order={2} mb="xs">
              {fact.name}
            </Title>
            <ScrollArea.Autosize mah={360}>
              <Code block>{factText(fact.value)}</Code>
            </ScrollArea.Autosize>
          </Card>
        ))}
    </Stack>
  );
}
