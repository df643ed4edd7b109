import { Text } from '@mantine/core';
import type { Token } from '../api/contracts';
import { isLitBy } from './pointer';

interface RuleSentenceProps {
  readonly tokens: readonly Token[];
  readonly compact?: boolean;
  /** The place of the rule that is looked at, here or in the prompt. */
  readonly lit?: string | undefined;
  readonly onLight?: (at: string | undefined) => void;
}

/** The rule in words, made from its tokens; every colour is a kind of word. */
export function RuleSentence({ tokens, compact = false, lit, onLight }: RuleSentenceProps) {
  return (
    <Text component="p" m={0} className={compact ? 'sentence compact' : 'sentence'} data-testid="rule-sentence">
      {tokens.map((token, index) => (
        <span
          key={index}
          className={`token token-${token.kind}${isLitBy(token.at, lit) && token.kind !== 'group' ? ' lit' : ''}`}
          onMouseEnter={token.at && onLight ? () => onLight(token.at) : undefined}
          onMouseLeave={token.at && onLight ? () => onLight(undefined) : undefined}
        >
          {token.text}
        </span>
      ))}
    </Text>
  );
}
