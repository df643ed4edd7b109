import { Text, Tooltip } from '@mantine/core';
import { isLitBy } from '../rule/pointer';
import { promptSegments } from './prompt-segments';
import type { Translation } from '../api/contracts';

interface PromptTextProps {
  readonly text: string;
  readonly answer: Pick<Translation, 'spans' | 'unused'>;
  readonly lit?: string | undefined;
  readonly onLight?: (at: string | undefined) => void;
}

/** What was asked, with every word accounted for. */
export function PromptText({ text, answer, lit, onLight }: PromptTextProps) {
  return (
    <Text component="p" m={0} className="prompt" dir="auto" data-testid="prompt-text">
      {promptSegments(text, answer.spans, answer.unused).map((segment, index) => {
        if (segment.kind === 'plain') return <span key={index}>{segment.text}</span>;
        if (segment.kind === 'unused') {
          return (
            <Tooltip key={index} label="Not used: nothing in the rule came from this">
              <span className="word-unused">{segment.text}</span>
            </Tooltip>
          );
        }
        const isLit = segment.at.some(at => isLitBy(at, lit));
        return (
          <span
            key={index}
            className={isLit ? 'word-used lit' : 'word-used'}
            onMouseEnter={() => onLight?.(segment.at[0])}
            onMouseLeave={() => onLight?.(undefined)}
          >
            {segment.text}
          </span>
        );
      })}
    </Text>
  );
}
