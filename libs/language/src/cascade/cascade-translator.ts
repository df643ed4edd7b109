import { explainRule, ok, validateRule, type RecordType, type ValidRule } from '@lib/rules';
import type { QuestionOption, RuleContent, Translation, TranslationRequest, Translator } from '../translator';
import { rowsOf } from '../chat/rows-of';

/** From here on a draft of the embedded translator needs no second opinion. */
const SURE = 0.85;
/** Below this the embedded reading is not worth showing beside the model's. */
const WORTH_SHOWING = 0.5;

/**
 * Asks the embedded translator first and a model only where that one is not sure. Two readings that select the same records
 * are one; two that select different ones become a question. A model that fails never makes the answer worse than none.
 */
export function createCascadeTranslator(embedded: Translator, chat: Translator): Translator {
  return {
    name: embedded.name,
    async translate(request, signal) {
      const first = await embedded.translate(request, signal);
      if (first.ok && isSettled(first.value, request)) return first;
      const second = await chat.translate(request, signal);
      if (!second.ok) return first.ok ? first : second;
      return first.ok ? ok(arbitrate(first.value, second.value, request)) : second;
    },
  };
}

function isSettled(translation: Translation, request: TranslationRequest): boolean {
  if (request.answer) return translation.outcome === 'rule';
  if (isMadeWithNames(translation)) return true;
  if (translation.confidence < SURE) return false;
  return translation.outcome === 'offtopic' || (translation.outcome === 'rule' && translation.unused.length === 0);
}

/** Models know nothing of the glossary: what a name in the request stands for they could only guess. */
function isMadeWithNames({ rule, question }: Translation): boolean {
  const rules = [rule, ...(question?.options ?? []).map(option => option.rule)];
  return rules.some(one => (one?.glossary ?? []).length > 0);
}

function arbitrate(first: Translation, second: Translation, request: TranslationRequest): Translation {
  const [ours, theirs] = [validOf(first.rule, request.recordType), validOf(second.rule, request.recordType)];
  if (!ours || !theirs || !first.rule || !second.rule) return second;
  const [a, b] = [rowsOf(ours, request), rowsOf(theirs, request)];
  const isSame = a.length === b.length && a.every((row, i) => row === b[i]) && sameActions(first.rule, second.rule);
  if (isSame) return { ...second, confidence: Math.max(second.confidence, 0.95) };
  if (first.confidence < WORTH_SHOWING) return second;
  const options: readonly QuestionOption[] = [
    { text: sentence(second.rule, request), rule: second.rule, matched: b.length },
    { text: sentence(first.rule, request), rule: first.rule, matched: a.length },
  ];
  const { rule: _rule, ...rest } = second;
  return {
    ...rest,
    outcome: 'clarify',
    question: { text: 'This can be read in two ways that select different records. Which one is meant?', options },
  };
}

function validOf(rule: RuleContent | undefined, recordType: RecordType): ValidRule | undefined {
  if (!rule) return undefined;
  const checked = validateRule({ recordType: recordType.name, ...rule }, recordType);
  return checked.ok ? checked.value : undefined;
}

function sameActions(a: RuleContent, b: RuleContent): boolean {
  return JSON.stringify(a.actions).toLowerCase() === JSON.stringify(b.actions).toLowerCase();
}

function sentence(rule: RuleContent, { recordType, language }: TranslationRequest): string {
  return explainRule({ recordType: recordType.name, ...rule }, recordType, language).text;
}
