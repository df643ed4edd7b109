import { Group, Stack, Text } from '@mantine/core';
import { IconCornerDownRight } from '@tabler/icons-react';
import type { Turn } from './conversation';

/** What was said before the prompt that is shown in full. */
export function EarlierTurns({ turns }: { readonly turns: readonly Turn[] }) {
  return (
    <Stack
      gap={2}
      component="ol"
      m={0}
      p={0}
      style={{ listStyle: 'none', flex: 1, minWidth: 0 }}
      aria-label="Earlier in this conversation"
    >
      {turns.map((turn, index) => (
        <Group component="li" key={index} gap={8} wrap="nowrap" c="dimmed">
          <IconCornerDownRight size={15} style={{ flex: 'none' }} />
          <Text size="sm" truncate title={turn.text}>
            {turn.text}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
