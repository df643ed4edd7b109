import { filledPath, foldGuards } from '../../json-logic/fold-guards';
import { readNode } from '../../json-logic/read-condition';
import type { JsonLogic } from '../../model/json';
import { sayCondition } from '../say-condition';
import type { Saying } from '../saying';
import { textOfTokens } from '../token';

/** What a text says, before it is known which of the conditions that are said alike it means. */
export type Said =
  | { readonly kind: 'joined'; readonly by: 'and' | 'or'; readonly parts: readonly Said[] }
  | { readonly kind: 'not'; readonly inner: Said }
  | { readonly kind: 'test'; readonly candidates: readonly JsonLogic[]; readonly text: string };

/** The condition that is said just so, or undefined where there is none. What stands beside a test decides what need not be said of empty fields. */
export function buildSaid(saying: Saying, said: Said): JsonLogic | undefined {
  switch (said.kind) {
    case 'test':
      return said.candidates.find(candidate => sounds(saying, candidate) === sameWriting(said.text));
    case 'not': {
      const inner = buildSaid(saying, said.inner);
      return inner === undefined ? undefined : { '!': [inner] };
    }
    case 'joined':
      return said.by === 'or' ? joined(saying, said.parts, 'or') : buildAll(saying, said.parts);
  }
}

/** Fields one part demands to be filled need not be called possibly empty in another. */
function buildAll(saying: Saying, parts: readonly Said[]): JsonLogic | undefined {
  const filled = new Set(saying.filled ?? []);
  for (const part of parts) {
    if (part.kind !== 'test') continue;
    for (const candidate of part.candidates) {
      const [only] = foldGuards(readNode(candidate), '');
      const path = only && sounds(saying, candidate) === sameWriting(part.text) ? filledPath(only.node) : undefined;
      if (path !== undefined) filled.add(path);
    }
  }
  return joined({ ...saying, filled }, parts, 'and');
}

function joined(saying: Saying, parts: readonly Said[], by: 'and' | 'or'): JsonLogic | undefined {
  const built = parts.map(part => buildSaid(saying, part));
  return built.every(part => part !== undefined) ? { [by]: built as readonly JsonLogic[] } : undefined;
}

function sounds(saying: Saying, condition: JsonLogic): string {
  return sameWriting(textOfTokens(sayCondition(saying, readNode(condition), '')));
}

/** The same words, however thousands are grouped. */
export function sameWriting(text: string): string {
  return text.replace(/(?<=\d)[.,'’\s](?=\d{3}(?!\d))/gu, '').trim();
}
