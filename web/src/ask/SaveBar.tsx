import { Alert, Anchor, Button, Card, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconSend } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { DraftRule, RuleVersion } from '../api/contracts';
import { ErrorNote } from '../ui/ErrorNote';
import type { Conversation } from './conversation';
import { useSaveRule } from './use-save-rule';

interface SaveBarProps {
  readonly recordType: string;
  readonly draft: DraftRule;
  readonly target: Conversation['target'];
  readonly promptId: string | undefined;
  readonly blockedBecause: string | undefined;
  readonly startOver: () => void;
}

export function SaveBar({ recordType, draft, target, promptId, blockedBecause, startOver }: SaveBarProps) {
  const [name, setName] = useState(target?.name ?? draft.name);
  const [priority, setPriority] = useState<number | string>(target?.priority ?? 100);
  const save = useSaveRule(target);
  if (save.data) return <Saved rule={save.data} name={name} startOver={startOver} />;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (save.isPending || blockedBecause || name.trim() === '') return;
    save.mutate({
      recordType,
      name: name.trim(),
      condition: draft.condition,
      actions: draft.actions,
      ...(draft.glossary && { glossary: draft.glossary }),
      priority: typeof priority === 'number' ? priority : 100,
      ...(promptId ? { promptId } : {}),
    });
  };
  return (
    <Card component="form" onSubmit={submit} aria-label="Save the rule">
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={target ? 'New version of' : 'Name of the rule'}
            required
            maxLength={200}
            style={{ flex: 1, minWidth: 220 }}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <NumberInput
            label="Priority"
            title="Lower runs first"
            w={110}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            value={priority}
            onChange={setPriority}
          />
          <Button
            type="submit"
            leftSection={<IconSend size={17} />}
            loading={save.isPending}
            disabled={blockedBecause !== undefined}
          >
            Save and send for review
          </Button>
        </Group>
        {blockedBecause ? (
          <Text size="xs" c="dimmed">
            {blockedBecause}
          </Text>
        ) : null}
        <ErrorNote error={save.error} />
      </Stack>
    </Card>
  );
}

function Saved({
  rule,
  name,
  startOver,
}: {
  readonly rule: RuleVersion;
  readonly name: string;
  readonly startOver: () => void;
}) {
  return (
    <Alert color="teal" icon={<IconCheck size={20} />} title="Sent for review" role="status" data-testid="sent">
      <Group justify="space-between">
        <Text size="sm">
          <Anchor component={Link} to={`/rules/${rule.id}`} size="sm" fw={600}>
            {name}
          </Anchor>{' '}
          is version {rule.version} and waits for a reviewer.
        </Text>
        <Button variant="default" size="xs" onClick={startOver}>
          Ask for something else
        </Button>
      </Group>
    </Alert>
  );
}
