import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { RuleVersion } from '../api/contracts';
import { ErrorNote } from '../ui/ErrorNote';
import { useDecision } from './use-review';

export function DecisionForm({ version }: { readonly version: RuleVersion }) {
  const [comment, setComment] = useState('');
  const decide = useDecision(version.id, version.version);
  const [wantsReason, setWantsReason] = useState(false);
  const send = (decision: 'approve' | 'reject'): void => {
    if (decide.isPending) return;
    if (decision === 'reject' && comment.trim() === '') return setWantsReason(true);
    decide.mutate({ decision, hash: version.hash, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) });
  };
  const pending = decide.isPending ? decide.variables?.decision : undefined;
  return (
    <Card aria-label="Decision" component="section">
      <Stack gap="sm">
        <Title order={2}>Decision</Title>
        <Textarea
          label="Comment"
          placeholder="What the author should know"
          autosize
          minRows={2}
          maxLength={4000}
          value={comment}
          error={wantsReason && comment.trim() === '' ? 'Say why it is rejected' : undefined}
          onChange={event => setComment(event.currentTarget.value)}
        />
        <ErrorNote error={decide.error} />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            Holds for exactly what is shown here:{' '}
            <span className="code" title={version.hash}>
              {version.hash.slice(0, 12)}
            </span>
          </Text>
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconX size={17} />}
              loading={pending === 'reject'}
              disabled={decide.isPending}
              onClick={() => send('reject')}
            >
              Reject
            </Button>
            <Button
              leftSection={<IconCheck size={17} />}
              loading={pending === 'approve'}
              disabled={decide.isPending}
              onClick={() => send('approve')}
            >
              Approve
            </Button>
          </Group>
        </Group>
      </Stack>
    </Card>
  );
}
