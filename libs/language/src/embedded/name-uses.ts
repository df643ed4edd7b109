import {
  explainRule,
  type GlossaryUse,
  type JsonLogic,
  jsonEqual,
  type RecordType,
  useList,
  usesIn,
  useTerm,
} from '@lib/rules';
import { fieldsIn, operationOf } from './meaning/logic-tree';
import type { NameLink } from '../grounding/glossary/name-index';
import type { QuestionOption, RuleContent, Translation, TranslationRequest } from '../translator';

/**
 * Every rule of a translation with the names it was made with: those that were said now, those of the rule that is
 * changed, and those of the question that is answered.
 */
export function withUses(
  translation: Translation,
  request: TranslationRequest,
  said: readonly NameLink[],
): Translation {
  const earlier = earlierUses(request);
  if (said.length === 0 && earlier.length === 0) return translation;
  const { recordType } = request;
  const complete = (rule: RuleContent): RuleContent => {
    const condition = regrouped(rule.condition, earlier);
    const uses = usesIn(condition, [...usesOf(said, condition, recordType), ...earlier]);
    const { glossary: _before, ...content } = rule;
    return { ...content, condition, ...(uses.length > 0 && { glossary: uses }) };
  };
  const { rule, question } = translation;
  return {
    ...translation,
    ...(rule && { rule: complete(rule) }),
    ...(question && {
      question: {
        ...question,
        options: question.options.map(option => sayAnew(option, complete, request)),
        ...(question.unfinished?.condition !== undefined && {
          unfinished: {
            ...question.unfinished,
            glossary: [...usesOf(said, question.unfinished.condition, recordType), ...earlier],
          },
        }),
      },
    }),
  };
}

function earlierUses({ previousRule, pending }: TranslationRequest): readonly GlossaryUse[] {
  return [
    ...(previousRule?.glossary ?? []),
    ...(pending?.options ?? []).flatMap(({ rule }) => rule?.glossary ?? []),
    ...(pending?.unfinished?.glossary ?? []),
  ];
}

function usesOf(said: readonly NameLink[], condition: JsonLogic, { fields }: RecordType): readonly GlossaryUse[] {
  const read = fieldsIn(condition);
  return said.flatMap(({ term, list }): readonly GlossaryUse[] =>
    term ? [useTerm(term)] : fields.filter(({ name }) => read.has(name)).map(field => useList(list, field)),
  );
}

/** An option's sentence names what its rule was made with. */
function sayAnew(
  option: QuestionOption,
  complete: (rule: RuleContent) => RuleContent,
  { recordType, language }: TranslationRequest,
): QuestionOption {
  if (!option.rule) return option;
  const rule = complete(option.rule);
  if (!rule.glossary) return option;
  return { ...option, rule, text: explainRule({ recordType: recordType.name, ...rule }, recordType, language).text };
}

/** A change joins its clauses to those of the rule as it was; those that make up a term stay together as that term. */
function regrouped(condition: JsonLogic, uses: readonly GlossaryUse[]): JsonLogic {
  const whole = operationOf(condition);
  if (whole?.operator !== 'and') return condition;
  let parts = whole.operands;
  for (const { condition: named } of uses) {
    const inner = operationOf(named);
    if (inner?.operator !== 'and' || jsonEqual(named, condition)) continue;
    const at = parts.findIndex((_, i) => inner.operands.every((part, j) => jsonEqual(part, parts[i + j])));
    if (at >= 0) parts = [...parts.slice(0, at), named, ...parts.slice(at + inner.operands.length)];
  }
  if (parts === whole.operands) return condition;
  return parts.length === 1 ? (parts[0] as JsonLogic) : { and: parts };
}
