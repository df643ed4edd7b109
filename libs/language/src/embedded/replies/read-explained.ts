import { readExplanation } from '@lib/rules';
import { nameOf } from '../decide/questions';
import type { Span, Translation, TranslationRequest } from '../../translator';

/**
 * A text that is the explanation of a rule means that rule and nothing else, word for word. Anything else that people
 * write fails at the first words of an explanation, which cost nothing to look at.
 */
export function readExplained({ text, language, recordType, glossary }: TranslationRequest): Translation | undefined {
  const known = glossary ? { ...recordType, glossary } : recordType;
  const read = readExplanation(text, known, language);
  if (!read) return undefined;
  const { condition, actions, tokens } = read;
  const spans: Span[] = [];
  let start = text.length - text.trimStart().length;
  for (const token of tokens) {
    const end = start + token.text.length;
    if (token.at !== undefined) spans.push({ start, end, at: token.at });
    start = end;
  }
  return {
    outcome: 'rule',
    rule: {
      name: nameOf(actions, text),
      condition,
      actions,
      ...(read.glossary && { glossary: read.glossary }),
    },
    assumptions: [],
    spans,
    unused: [],
    confidence: 1,
    translator: 'embedded',
    language: read.language,
  };
}
