import type { Question, RuleContent, Translation } from '@lib/language';
import { jsonEqual, type JsonValue } from '@lib/rules';

/** As many answers are looked back on: "undo" reaches no further. */
export const LOOKED_BACK_ON = 50;

/** What a conversation has come to. */
export interface ConversationSoFar {
  /** The rules it has had, each change on top of the one before; the last is the rule as it is. */
  readonly rules: readonly RuleContent[];
  /** The question that is still open. */
  readonly pending?: Question;
}

/** What the answers of a conversation come to, the latest first: rules pile up, "undo" takes one off, "start over" all. */
export function conversationSoFar(answers: readonly Partial<Translation>[]): ConversationSoFar {
  let rules: readonly RuleContent[] = [];
  for (const { rule, edit } of [...answers].reverse()) {
    if (edit === 'start-over') rules = [];
    else if (edit === 'undo') rules = rules.slice(0, -1);
    else if (rule) rules = [...rules, rule];
  }
  const [last] = answers;
  const pending = last?.outcome === 'clarify' ? last.question : undefined;
  return { rules, ...(pending && { pending }) };
}

/** The rules before one: all there were, but for itself where it is the last of them. */
export function rulesBefore(rule: RuleContent, rules: readonly RuleContent[]): readonly RuleContent[] {
  const last = rules.at(-1);
  const content = ({ condition, actions }: RuleContent): JsonValue => [condition, actions];
  return last && jsonEqual(content(last), content(rule)) ? rules.slice(0, -1) : rules;
}
