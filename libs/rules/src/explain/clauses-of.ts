import type { Condition } from '../model/condition';
import type { RecordType } from '../model/record-type';
import { type Conjunct, foldGuards } from '../json-logic/fold-guards';
import { readNode } from '../json-logic/read-condition';
import type { ValidRule } from '../model/rule';
import { compileNode, datesOf } from '../compile/compile-logic';
import type { Evaluate } from '../compile/evaluate';
import { lexiconFor } from './lexicons';
import { sayCondition, sayConjunct } from './say-condition';
import { textOfTokens } from './token';

/** A top-level conjunct, its guards folded in: all clauses hold exactly where the condition holds. */
export interface Clause {
  readonly at: string;
  readonly text: string;
  readonly condition: Condition;
  readonly holds: Evaluate;
}

/** The clauses of a condition, in words and ready to be tried one by one. A condition that is no `and` is one clause. */
export function clausesOf(rule: ValidRule, recordType: RecordType, language?: string): readonly Clause[] {
  const saying = { lexicon: lexiconFor(language), recordType, uses: rule.glossary };
  const condition = readNode(rule.condition);
  const dates = datesOf(recordType);
  const conjuncts = foldGuards(condition, '/condition');
  const [only] = conjuncts;
  // Guards folded into the only clause stand beside it in the condition, so the condition is the clause.
  if (conjuncts.length === 1 && only) {
    return [
      {
        at: '/condition',
        text: textOfTokens(sayCondition(saying, condition, '/condition')),
        condition,
        holds: compileNode(condition, '/condition', dates),
      },
    ];
  }
  return conjuncts.map(conjunct => {
    const clause = withGuards(conjunct);
    return {
      at: conjunct.at,
      text: textOfTokens(sayConjunct(saying, conjunct)),
      condition: clause,
      holds: compileNode(clause, conjunct.at, dates),
    };
  });
}

function withGuards({ node, guards }: Conjunct): Condition {
  return guards.length === 0 ? node : { kind: 'operation', operator: 'and', operands: [...guards, node], short: false };
}
