import { Stack, Text } from '@mantine/core';
import type { DifferenceLine } from '../api/contracts';

const WORDS = { added: 'Added: ', removed: 'Removed: ', kept: '' } as const;

/** Two versions as a reviewer reads the difference. */
export function Difference({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No difference.
      </Text>
    );
  }
  return (
    <Stack gap={4} role="list" aria-label="Difference">
      {lines.map((line, index) => (
        <Text key={index} role="listitem" size="sm" component="div" className={`difference-${line.kind}`}>
          <Text span size="xs" fw={650}>
            {WORDS[line.kind]}
          </Text>
          {line.text}
        </Text>
      ))}
    </Stack>
  );
}
