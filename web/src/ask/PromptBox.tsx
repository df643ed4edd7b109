import { Box, Button, Card, Group, Kbd, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconArrowUp, IconSparkles } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface PromptBoxProps {
  readonly isFollowUp: boolean;
  readonly isAsking: boolean;
  readonly disabled?: boolean;
  readonly examples: readonly string[];
  readonly ask: (text: string) => Promise<boolean>;
}

/** Beyond this the service refuses; saying so while typing is kinder. */
const LONGEST = 4000;

export function PromptBox({ isFollowUp, isAsking, disabled = false, examples, ask }: PromptBoxProps) {
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const isTooLong = text.length > LONGEST;
  const cannotAsk = disabled || isAsking || isTooLong || text.trim() === '';

  const send = async (): Promise<void> => {
    if (cannotAsk) return;
    if (await ask(text.trim())) setText('');
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <Card p="md">
      <Textarea
        ref={area}
        aria-label={isFollowUp ? 'Correct the draft' : 'What should happen?'}
        placeholder={
          isFollowUp
            ? 'Correct it: “make it 500,000”, “only active ones”, “also include Austria” …'
            : 'Say which records, and what should happen to them …'
        }
        variant="unstyled"
        autosize
        minRows={isFollowUp ? 1 : 2}
        maxRows={10}
        size="md"
        dir="auto"
        value={text}
        error={isTooLong ? `At most ${LONGEST} characters` : undefined}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-testid="prompt"
      />
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed">
          <Kbd size="xs">Enter</Kbd> to ask · <Kbd size="xs">Shift</Kbd> <Kbd size="xs">Enter</Kbd> for a new line
        </Text>
        <Button
          onClick={() => void send()}
          disabled={cannotAsk && !isAsking}
          loading={isAsking}
          rightSection={<IconArrowUp size={16} />}
        >
          Ask
        </Button>
      </Group>
      {!isFollowUp && examples.length > 0 ? (
        <Box mt="md" pt="sm" style={{ borderTop: '1px solid var(--line)' }}>
          <Text size="xs" c="dimmed" fw={600} mb={4}>
            For example
          </Text>
          <Stack gap={0}>
            {examples.map(example => (
              <UnstyledButton
                key={example}
                py={5}
                onClick={() => {
                  setText(example);
                  area.current?.focus();
                }}
              >
                <Group gap={8} wrap="nowrap" align="center">
                  <IconSparkles size={15} style={{ flex: 'none', color: 'var(--mantine-primary-color-filled)' }} />
                  <Text size="sm">{example}</Text>
                </Group>
              </UnstyledButton>
            ))}
          </Stack>
        </Box>
      ) : null}
    </Card>
  );
}
