import { Text } from '@mantine/core';
import type { Translation } from '../api/contracts';

interface UnusedWordsProps {
  readonly unused: Translation['unused'];
  /** Whether the draft was changed by hand since: the rule may say by now what the words say. */
  readonly isEdited: boolean;
}

/** The words of a prompt that nothing in its rule came from. */
export function UnusedWords({ unused, isEdited }: UnusedWordsProps) {
  if (unused.length === 0) return null;
  return (
    <Text size="sm" c={isEdited ? 'dimmed' : 'var(--unused)'}>
      Not used: {unused.map(words => `“${words.text}”`).join(', ')}.{' '}
      {isEdited
        ? 'Nothing in the first draft came from these words; it was changed by hand since.'
        : 'Nothing in the rule came from these words.'}
    </Text>
  );
}
