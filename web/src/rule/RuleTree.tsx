import { Text } from '@mantine/core';
import type { Action, DraftRule, Token } from '../api/contracts';
import { conditionTree, tokensUnder, type TreeNode } from './condition-tree';
import { concern } from './pointer';

interface RuleTreeProps {
  readonly rule: DraftRule;
  readonly tokens: readonly Token[];
  readonly lit?: string | undefined;
}

const WORDS = { all: 'All of', any: 'Any of', not: 'Not' } as const;

export function RuleTree({ rule, tokens, lit }: RuleTreeProps) {
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600} mb={4}>
        Where
      </Text>
      <ul className="tree" aria-label="Condition">
        <Node node={conditionTree(rule.condition)} tokens={tokens} lit={lit} />
      </ul>
      <Text size="xs" c="dimmed" fw={600} mt="md" mb={4}>
        Then
      </Text>
      <ul className="tree" aria-label="Actions">
        {rule.actions.map((action, index) => (
          <li key={index}>
            <Leaf at={`/actions/${index}`} tokens={tokens} fallback={action} lit={lit} />
          </li>
        ))}
        {rule.actions.length === 0 ? (
          <li>
            <Text span size="sm" c="dimmed">
              Nothing: this is a filter
            </Text>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Node({
  node,
  tokens,
  lit,
}: {
  readonly node: TreeNode;
  readonly tokens: readonly Token[];
  readonly lit: string | undefined;
}) {
  if (node.kind === 'clause') {
    return (
      <li>
        <Leaf at={node.at} tokens={tokens} fallback={node.logic} lit={lit} />
      </li>
    );
  }
  return (
    <li>
      <span className="tree-word">{WORDS[node.kind]}</span>
      <ul>
        {node.children.map(child => (
          <Node key={child.at} node={child} tokens={tokens} lit={lit} />
        ))}
      </ul>
    </li>
  );
}

interface LeafProps {
  readonly at: string;
  readonly tokens: readonly Token[];
  /** Shown as code where the explanation has no words of its own for this place. */
  readonly fallback: Action | DraftRule['condition'];
  readonly lit: string | undefined;
}

function Leaf({ at, tokens, fallback, lit }: LeafProps) {
  const own = tokensUnder(tokens, at);
  return (
    <span className={`tree-clause${concern(lit, at) ? ' lit' : ''}`}>
      {own.length > 0 ? (
        <span>
          {own.map((token, index) => (
            <span key={index} className={`token token-${token.kind}`}>
              {token.text}
            </span>
          ))}
        </span>
      ) : (
        <code className="code">{JSON.stringify(fallback)}</code>
      )}
    </span>
  );
}
