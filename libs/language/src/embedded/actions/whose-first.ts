import { endsSentence, type FoundAction, type ReadAction } from './action-text';
import { endsOrder } from './clause-end';
import { startsClause } from './clause-start';
import { ACTING_VERBS, has, holdsData, isBound } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** How far what is done may stand behind whose it is. */
const FAR = 16;

const ORDERS = [...ACTING_VERBS, 'copy', 'move', 'replace', 'swap', 'fill'] as const;

/** Where the object of the verb may begin: with its article, or as a field or a tag that is named. */
const opensObject = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && (has(chunk, 'det', 'tagNoun') || (chunk?.fields[0]?.score ?? 0) >= 0.6);

/**
 * "Ersetze bei Kunden in Wien | den Tag A durch B", "kopieer bij klanten in Gent | het telefoonnummer naar de fax": between
 * the verb and its object stands whose it is. The order is what is left without it.
 */
export function readWhoseFirst(read: ReadAction): ReadAction {
  return (context, at, grounding, before): FoundAction | undefined => {
    const { chunks } = context;
    const verb = chunks[at];
    const whose = chunks[at + 1];
    const leads = has(whose, 'for') && !has(whose, 'det', 'to', 'give') && whose?.quote === undefined;
    if (!leads || !has(verb, ...ORDERS) || verb?.quote !== undefined || !startsClause(chunks, at)) return undefined;
    if (!grounding.lexicons[0]?.verbLastInClauses) return undefined;
    for (let from = at + 3; from < at + FAR && chunks[from] && !endsSentence(chunks, from); from++) {
      if (!opensObject(chunks[from]) || has(chunks[from - 1], 'det', 'in', 'of', 'with', 'where')) continue;
      if (!chunks.slice(at + 2, from).some(chunk => holdsData(chunk) || has(chunk, 'noun'))) continue;
      const rest = [...chunks.slice(0, at + 1), ...chunks.slice(from)];
      const shift = from - at - 1;
      const found = read({ ...context, chunks: rest, conditionBefore: true }, at, grounding, before);
      if (!found || found.inner || found.from !== undefined || found.issues?.length || found.to <= at + 2) continue;
      if (endsOrder(rest, found.to) || isBound(rest[found.to]))
        return { ...found, to: found.to + shift, inner: [at + 1, from] };
    }
    return undefined;
  };
}
