import { Badge, Tooltip } from '@mantine/core';
import { confidenceWords } from './confidence-words';

interface ConfidenceProps {
  readonly confidence: number;
  readonly unusedCount: number;
  readonly translator: string;
}

/** How sure the translator was of a draft. */
export function Confidence({ confidence, unusedCount, translator }: ConfidenceProps) {
  const words = confidenceWords(confidence, unusedCount);
  return (
    <Tooltip multiline w={260} label={`${words.meaning} Translator: ${translator}.`}>
      <Badge color={words.color} size="lg" style={{ flex: 'none' }} tabIndex={0} data-testid="confidence">
        {words.label}
      </Badge>
    </Tooltip>
  );
}
