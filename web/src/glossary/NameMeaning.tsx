import { Text } from '@mantine/core';
import type { GlossaryName } from '../api/contracts';
import { RuleSentence } from '../rule/RuleSentence';
import { ProblemList } from '../rule/ProblemList';
import { counted } from '../ui/count';

/** What a version of a name stands for. */
export function NameMeaning({ name }: { readonly name: GlossaryName }) {
  return (
    <>
      {name.kind === 'list' ? (
        <Text size="sm">
          {counted(name.size, 'entry', 'entries')}
          {name.field ? `, looked up for ${name.field}` : ''}
          {name.anyCase ? ', in any case' : ''}
        </Text>
      ) : name.explanation ? (
        <RuleSentence tokens={name.explanation.tokens} compact />
      ) : null}
      {name.problems.length > 0 ? <ProblemList problems={name.problems} /> : null}
    </>
  );
}
