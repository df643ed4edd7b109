import { has, isValueOf } from '../cursor';
import { join, type Meaning } from '../meaning/meaning';
import { fieldMention, type Parsed, type ParseState, spanOf } from './parse-state';
import { skipCopula } from './copula';
import { closesSaying } from '../saying';
import type { FieldLink } from '../../grounding/fields/field-index';

/** "email or phone is missing": one thing said of several fields. */
export function parseFieldList(state: ParseState, at: number, afterFirst: number): Parsed | undefined {
  const { chunks } = state;
  const fields: FieldLink[] = [];
  let connective: 'and' | 'or' = 'and';
  let next = at;
  let to = afterFirst;
  for (;;) {
    const mention = fieldMention(state, next);
    const link = mention?.links[0];
    if (!mention || !link) return undefined;
    fields.push(link);
    to = mention.to;
    // "the name and the city": the article was read with the joint.
    const withArticle = has(chunks[to], 'added') && closesSaying(chunks[to], 'article');
    if (!withArticle && !has(chunks[to], 'and', 'or', 'comma', 'slash', 'nor')) break;
    if (has(chunks[to], 'or', 'slash')) connective = 'or';
    next = to + 1;
    while (has(chunks[next], 'and', 'or', 'det')) {
      if (has(chunks[next], 'or')) connective = 'or';
      next++;
    }
    if (!fieldMention(state, next)) return undefined;
  }
  // "not certified, or the state is blank": a yes/no field says enough alone.
  if (fields.length < 2 || fields.slice(0, -1).some(({ field }) => field.type === 'boolean')) return undefined;
  const said = skipCopula(chunks, to);
  const both = has(chunks[said], 'both') ? said + 1 : said;
  const not = has(chunks[both], 'not') && !has(chunks[both], 'empty', 'filled');
  const word = not ? skipCopula(chunks, both + 1) : both;
  const empty = has(chunks[word], 'empty');
  if ((!empty && !has(chunks[word], 'filled')) || isValueOf(chunks[word], fields.slice(-1))) return undefined;
  const items = fields.map((link): Meaning => ({
    kind: 'test',
    field: link.field,
    test: { is: empty !== not ? 'empty' : 'filled' },
    score: link.score,
    spans: spanOf(state, at, word + 1),
  }));
  const meaning = join(connective, items);
  return meaning && { meaning, to: word + 1 };
}
