import { isInline, listReference, listReferencesIn, type RecordType } from '@lib/rules';
import { recogniseLanguage } from '../languages';
import { nameIndexOf, namesFrom } from './name-index';
import { segment } from '../words/segment';
import type { TranslationRequest } from '../../translator';

/**
 * The lists whose entries a request may need, by reference: those its text may name, those of the terms it may name, and
 * those of the rule and the question it goes on from. Whoever keeps long lists need not have all of them at hand.
 */
export function listsSaidIn(
  request: Pick<TranslationRequest, 'text' | 'language' | 'recordType' | 'glossary' | 'previousRule' | 'pending'>,
): readonly string[] {
  const { text, language, recordType, glossary, previousRule, pending } = request;
  const conditions = [
    previousRule?.condition,
    pending?.unfinished?.condition,
    ...(pending?.options ?? []).map(({ rule }) => rule?.condition),
  ].flatMap(condition => condition ?? []);
  const found = new Set<string>();
  if (glossary?.lists.some(list => !isInline(list))) {
    const characters = recogniseLanguage(text, language).lexicon.verbLast ?? false;
    const index = nameIndexOf(recordType, glossary, NONE, characters);
    const { tokens } = segment(text, characters);
    for (const link of tokens.flatMap((_, at) => namesFrom(index, tokens, at)).map(name => name.link)) {
      if (link.list) found.add(listReference(link.list));
      else conditions.push(link.term.condition);
    }
  }
  for (const { reference } of conditions.flatMap(listReferencesIn)) found.add(reference);
  return [...found];
}

const NONE: NonNullable<RecordType['lists']> = new Map();
