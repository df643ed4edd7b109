import { has, isField } from '../../cursor';
import { fieldMention, type Parsed, type ParseState } from '../parse-state';
import { skipCopula } from '../copula';
import { comparatorOf } from '../operands';
import { parseTextTest } from './text-tests';

/** "the length of the name is more than 12", "length of NPI < 10": how long a text is, named before its field. */
export function parseNamedLength(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  if (!has(chunks[at], 'long') || chunks[at]?.quote !== undefined) return undefined;
  let next = at + 1;
  while (next < at + 4 && has(chunks[next], 'of', 'det', 'them') && !isField(chunks[next])) next++;
  const mention = fieldMention(state, next);
  const links = mention?.links.filter(({ field, score }) => field.type === 'text' && score >= 0.8) ?? [];
  if (!mention || links.length === 0) return undefined;
  const said = skipCopula(chunks, mention.to);
  const number = comparatorOf(chunks[said]) === undefined ? said : said + 1;
  if (chunks[number]?.number === undefined) return undefined;
  return parseTextTest(state, links, at, said, true);
}
