import { Tabs } from '@mantine/core';
import { IconBinaryTree2, IconBraces, IconTextSize } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DraftRule, Problem, Token } from '../api/contracts';
import { RuleJson } from './RuleJson';
import { RuleSentence } from './RuleSentence';
import { RuleTree } from './RuleTree';
import { type DraftReading, writeDraft } from './read-draft';

interface RuleViewsProps {
  readonly rule: DraftRule;
  readonly tokens: readonly Token[];
  readonly problems?: readonly Problem[];
  /** Text being edited, where it is not (yet) the rule. */
  readonly text?: string;
  readonly onEdit?: (text: string, reading: DraftReading) => void;
  readonly lit?: string | undefined;
  readonly onLight?: (at: string | undefined) => void;
  /** Which of the three is shown, where someone else needs to know. */
  readonly view?: View;
  readonly onShow?: (view: View) => void;
  readonly belowSentence?: ReactNode;
}

const VIEWS = ['sentence', 'tree', 'json'] as const;
export type View = (typeof VIEWS)[number];

/** One rule, three ways to look at it. */
export function RuleViews({
  rule,
  tokens,
  problems = [],
  text,
  onEdit,
  lit,
  onLight,
  view,
  onShow,
  belowSentence,
}: RuleViewsProps) {
  return (
    <Tabs
      keepMounted={false}
      {...(view ? { value: view } : { defaultValue: 'sentence' })}
      onChange={chosen => onShow?.(VIEWS.find(name => name === chosen) ?? 'sentence')}
    >
      <Tabs.List>
        <Tabs.Tab value="sentence" leftSection={<IconTextSize size={16} />}>
          Sentence
        </Tabs.Tab>
        <Tabs.Tab value="tree" leftSection={<IconBinaryTree2 size={16} />}>
          Tree
        </Tabs.Tab>
        <Tabs.Tab value="json" leftSection={<IconBraces size={16} />}>
          JSON
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="sentence" pt="md">
        <RuleSentence tokens={tokens} lit={lit} {...(onLight ? { onLight } : {})} />
        {belowSentence}
      </Tabs.Panel>
      <Tabs.Panel value="tree" pt="md">
        <RuleTree rule={rule} tokens={tokens} lit={lit} />
      </Tabs.Panel>
      <Tabs.Panel value="json" pt="md">
        <RuleJson text={text ?? writeDraft(rule)} problems={problems} {...(onEdit ? { onChange: onEdit } : {})} />
      </Tabs.Panel>
    </Tabs>
  );
}
