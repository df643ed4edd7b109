import { readCondition } from '../json-logic/read-condition';
import type { Condition } from '../model/condition';
import type { RecordType } from '../model/record-type';
import type { RuleDraft } from '../model/rule';
import { lexiconFor } from './lexicons';
import { sayAction } from './say-action';
import { sayCondition } from './say-condition';
import type { Saying } from './saying';
import { type Explanation, joinTokens, textOfTokens, token, type Token } from './token';

const TOO_BIG: Condition = { kind: 'literal', value: '…' };

/** A rule as a sentence, made from the rule alone: the same rule always reads the same, and nothing of it is left out. */
export function explainRule(rule: RuleDraft, recordType: RecordType, language?: string): Explanation {
  const saying: Saying = { lexicon: lexiconFor(language), recordType, uses: rule.glossary };
  const read = readCondition(rule.condition);
  const condition = read.ok ? read.value : TOO_BIG;
  const forAll = condition.kind === 'literal' && condition.value === true;
  const { lexicon } = saying;
  const actions = joinTokens(
    rule.actions.map((action, i) => sayAction(saying, action, `/actions/${i}`)),
    lexicon.comma,
    lexicon.and,
  );
  const frame =
    rule.actions.length === 0
      ? forAll
        ? lexicon.filterForAll
        : lexicon.filter
      : forAll
        ? lexicon.ruleForAll
        : lexicon.rule;
  const tokens = frame
    .split(/(\{\w+\})/)
    .filter(piece => piece !== '')
    .flatMap((piece): readonly Token[] => {
      if (piece === '{condition}') return sayCondition(saying, condition, '/condition');
      return piece === '{actions}' ? actions : [token('text', piece)];
    });
  return { text: textOfTokens(tokens), tokens };
}
