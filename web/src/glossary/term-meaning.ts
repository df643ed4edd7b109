import type { DraftRule, Translation } from '../api/contracts';

/** What the words of a term came to: nothing to keep yet, or the condition they stand for. */
export type TermMeaning =
  | {
      readonly kind: 'clear';
      readonly rule: DraftRule;
      readonly matched: number | undefined;
      readonly doubts: readonly string[];
    }
  | {
      readonly kind: 'question';
      readonly text: string;
      readonly options: NonNullable<Translation['question']>['options'];
    }
  | { readonly kind: 'none'; readonly reason: string };

/** `chosen`: the option taken of the question that was asked back. */
export function termMeaning(draft: Translation, chosen?: number): TermMeaning {
  const option = chosen === undefined ? undefined : draft.question?.options[chosen];
  if (option?.rule) return { kind: 'clear', rule: option.rule, matched: option.matched, doubts: [] };
  if (draft.outcome === 'rule' && draft.rule) {
    return { kind: 'clear', rule: draft.rule, matched: draft.preview?.matched, doubts: doubtsIn(draft) };
  }
  if (draft.question) return { kind: 'question', text: draft.question.text, options: draft.question.options };
  return { kind: 'none', reason: draft.reason ?? 'These words do not say which records are meant.' };
}

function doubtsIn({ unused, assumptions }: Translation): readonly string[] {
  return [
    ...unused.map(({ text }) => `Nothing came of “${text}”.`),
    ...assumptions.map(assumption => (typeof assumption === 'string' ? assumption : assumption.text)),
  ];
}

/** `a, b` → the names between the commas. */
export function aliasesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map(alias => alias.trim())
    .filter(alias => alias !== '');
}
