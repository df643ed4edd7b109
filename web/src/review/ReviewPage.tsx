import { Anchor, Badge, Card, Grid, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import type { Impact, Review } from '../api/contracts';
import { Confidence } from '../ask/Confidence';
import { PromptText } from '../ask/PromptText';
import { UnusedWords } from '../ask/UnusedWords';
import { VersionPreview } from '../preview/VersionPreview';
import { ProblemList } from '../rule/ProblemList';
import { RuleViews } from '../rule/RuleViews';
import { StateBadge } from '../rule/StateBadge';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { count } from '../ui/count';
import { When } from '../ui/When';
import { ActivateCard } from './ActivateCard';
import { DecisionForm } from './DecisionForm';
import { Difference } from '../rule/Difference';
import { useReview } from './use-review';

export function ReviewPage() {
  const { id = '', version = '' } = useParams();
  const review = useReview(id, Number(version));
  const shown = review.data?.version;
  return (
    <Page
      title={shown?.name ?? 'Review'}
      above={
        <Anchor component={Link} to="/review" size="sm" c="dimmed">
          <Group gap={4}>
            <IconArrowLeft size={15} /> Review
          </Group>
        </Anchor>
      }
      intro={
        shown ? (
          <Group gap="xs">
            <StateBadge state={shown.state} />
            <span>
              {shown.recordType} · version {shown.version} · priority {shown.priority} · by {shown.author.name},{' '}
              <When at={shown.submittedAt ?? shown.createdAt} />
            </span>
          </Group>
        ) : undefined
      }
    >
      <Loaded query={review} lines={8}>
        {data => <Reviewing review={data} />}
      </Loaded>
    </Page>
  );
}

/** What the author asked, and what the translator was not sure of or left out: the draft may have been changed since. */
function AskedCard({ prompt }: { readonly prompt: NonNullable<Review['prompt']> }) {
  const { text, by, confidence, translator, unused, isEdited } = prompt;
  return (
    <Card p="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
        <div style={{ minWidth: 0 }}>
          <Text size="xs" c="dimmed" fw={600} mb={2}>
            {by.name} asked
          </Text>
          <PromptText text={text} answer={{ spans: [], unused: isEdited ? [] : unused }} />
        </div>
        {isEdited ? (
          <Badge color="gray">Changed by hand</Badge>
        ) : confidence === undefined || translator === undefined ? null : (
          <Confidence confidence={confidence} unusedCount={unused.length} translator={translator} />
        )}
      </Group>
      <UnusedWords unused={unused} isEdited={isEdited} />
    </Card>
  );
}

function Reviewing({ review }: { readonly review: Review }) {
  const { version, prompt, collisions, difference, running } = review;
  // Where there is one column, what speaks for and against stands before the decision.
  const isWide = useMediaQuery('(min-width: 75em)');
  const decision = version.state === 'in-review' ? <DecisionForm key={version.hash} version={version} /> : null;
  return (
    <Stack gap="md">
      {version.state === 'in-review' ? null : <ActivateCard version={version} />}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {prompt ? <AskedCard prompt={prompt} /> : null}
            <Card>
              <RuleViews rule={version} tokens={version.explanation?.tokens ?? []} problems={version.problems ?? []} />
              {version.problems && version.problems.length > 0 ? (
                <div style={{ marginTop: 12 }}>
                  <ProblemList problems={version.problems} />
                </div>
              ) : null}
            </Card>
            {isWide ? decision : null}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <Card p="md">
              <Title order={2} mb="xs">
                {running ? `Against running version ${running.version}` : 'First version'}
              </Title>
              {running ? (
                <Difference lines={difference} />
              ) : (
                <Text size="sm" c="dimmed">
                  Nothing of this rule runs yet.
                </Text>
              )}
            </Card>
            {review.impact ? <ImpactCard impact={review.impact} hasRunning={Boolean(running)} /> : null}
            <Card p="md">
              <Group justify="space-between" mb={collisions.length > 0 ? 'xs' : 0}>
                <Title order={2}>Collisions</Title>
                <Badge color={collisions.length > 0 ? 'yellow' : 'gray'}>{collisions.length}</Badge>
              </Group>
              {collisions.length > 0 ? (
                <ProblemList problems={collisions} />
              ) : (
                <Text size="sm" c="dimmed" mt={4}>
                  No active rule reads or writes what this one writes.
                </Text>
              )}
            </Card>
          </Stack>
        </Grid.Col>
      </Grid>
      {isWide ? null : decision}
      <VersionPreview version={version} />
    </Stack>
  );
}

function ImpactCard({ impact, hasRunning }: { readonly impact: Impact; readonly hasRunning: boolean }) {
  return (
    <Card p="md" data-testid="impact">
      <Title order={2} mb="xs">
        Impact on the sample
      </Title>
      <SimpleGrid cols={3}>
        <Figure label="Gained" value={impact.gained} color="var(--added)" />
        <Figure label="Lost" value={impact.lost} color={impact.lost > 0 ? 'var(--removed)' : undefined} />
        <Figure label="Kept" value={impact.kept} />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={6}>
        {hasRunning ? 'Records matched, compared with the running version.' : 'Records matched; nothing ran before.'}
      </Text>
    </Card>
  );
}

function Figure({
  label,
  value,
  color,
}: {
  readonly label: string;
  readonly value: number;
  readonly color?: string | undefined;
}) {
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {label}
      </Text>
      <Text fz={22} fw={650} c={color}>
        {count(value)}
      </Text>
    </div>
  );
}
