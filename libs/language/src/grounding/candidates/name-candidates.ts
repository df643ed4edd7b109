import { explainCondition, nameKey, notesIn } from '@lib/rules';
import type { Candidate } from './candidates';
import { type Linker, NO_ROLES } from '../link-words';
import { type NameIndex, type NameLink, namesFrom } from '../glossary/name-index';
import type { Token } from '../words/segment';

/**
 * Stretches that name a term or a list of the glossary. A name explains its words better than whatever else they may
 * mean by themselves: who gave the name wanted it to be used.
 */
export function nameCandidates({ tokens, grounding, lexicon }: Linker, from: number): readonly Candidate[] {
  const { names } = grounding;
  if (!names) return [];
  return namesFrom(names, tokens, from).map(({ to: end, link }) => {
    const to = behindNotes(tokens, end, notesOn(link, names.recordType, lexicon.language));
    return {
      to,
      quality: 2 * (to - from) + 0.15 * (to - from - 1) + 1,
      // Records are spoken of by the name ("flag VIP customers as …"), so that it stands where a noun can stand.
      chunk: { roles: link.term ? (['noun'] as const) : NO_ROLES, fields: [], values: [], named: link },
    };
  });
}

/** Explanations say behind a name in brackets what it stands for, and what of empty values. Word for word the same, it says nothing new. */
function behindNotes(tokens: readonly Token[], from: number, notes: readonly string[]): number {
  let at = from;
  for (let end = bracketEnd(tokens, at); end !== undefined; end = bracketEnd(tokens, at)) {
    const words = tokens.slice(at + 1, end - 1).map(token => token.text);
    if (!notes.includes(nameKey(words.join(' ')))) return at;
    at = end;
  }
  return at;
}

function bracketEnd(tokens: readonly Token[], at: number): number | undefined {
  let depth = 0;
  for (let next = at; next < tokens.length; next++) {
    const { text } = tokens[next] as Token;
    if (/^[(（]$/.test(text)) depth++;
    else if (depth === 0) return undefined;
    if (/^[)）]$/.test(text) && --depth === 0) return next + 1;
  }
  return undefined;
}

const glosses = new WeakMap<NameLink, Map<string, readonly string[]>>();

function notesOn(link: NameLink, recordType: NameIndex['recordType'], language: string): readonly string[] {
  const known = glosses.get(link) ?? new Map<string, readonly string[]>();
  glosses.set(link, known);
  const notes = known.get(language) ?? [
    ...notesIn(language).map(nameKey),
    ...(link.term ? [nameKey(explainCondition(link.term.condition, recordType, language)?.text ?? '')] : []),
  ];
  known.set(language, notes);
  return notes;
}
