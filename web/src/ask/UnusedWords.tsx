import { Text } from '@mantine/core';
import type { Translation } from '../api/contracts';

/** The words of a prompt that nothing in its rule came from. */
export function UnusedWords({ unused }: { readonly unused: Translation['unused'] }) {
  if (unused.length === 0) return null;
  return (
    <Text size="sm" c="var(--unused)">
      Not used: {unused.map(words => `“${words.text}”`).join(', ')}. Nothing in the rule came from these words.
    </Text>
  );
}
