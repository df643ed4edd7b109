import { has, isBound } from '../cursor';
import { opensSaying } from '../saying';
import type { Edit } from './edit-step';
import { placesIn } from './places';
import { phraseKey } from '../../grounding/compiled-lexicon';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

const OPERATORS: readonly Role[] = [
  'gt',
  'gte',
  'lt',
  'lte',
  'orMore',
  'orLess',
  'before',
  'after',
  'since',
  'until',
  'contains',
  'startsWith',
  'endsWith',
  'and',
  'or',
];

/** "at least 55, not more than 55": behind a limit the denied one is what the rule has, by its side and its number. */
function isWhatWas(
  { previous, request }: Edit,
  chunks: readonly Chunk[],
  at: number,
  denied: readonly Role[],
): boolean {
  const number = chunks[at + 1]?.number;
  const isSaid = chunks.slice(0, at).some(chunk => chunk.number !== undefined);
  return (
    isSaid &&
    number !== undefined &&
    placesIn(previous.condition, request.recordType).some(
      ({ operator, value }) =>
        SIDES.some(([side, role]) => side === operator && denied.includes(role)) && value === number.value,
    )
  );
}

const SIDES: readonly (readonly [string, Role])[] = [
  ['>', 'gt'],
  ['>=', 'gte'],
  ['<', 'lt'],
  ['<=', 'lte'],
];

/** `"at least", not "more than"`: what a rule compares by is spoken of, in quotes or not, and nothing is compared with. */
export function operatorsPlain(edit: Edit): readonly Chunk[] {
  const { chunks, grounding } = edit;
  const roles = grounding.lexicons[0]?.roles;
  const operatorIn = (phrase: string): readonly Role[] | undefined => {
    const played = roles?.get(phrase);
    return played?.some(role => OPERATORS.includes(role)) ? played : undefined;
  };
  return chunks.flatMap((chunk, at) => {
    const { quote, ...plain } = chunk;
    const said = quote === undefined || chunk.values.length > 0 ? undefined : operatorIn(phraseKey(quote));
    if (said) return [{ ...plain, key: phraseKey(quote ?? ''), roles: said }];
    const [first = ''] = chunk.key.split(' ');
    const denied = opensSaying(chunk, 'notWord') && first.length < chunk.key.length ? `${first} ` : undefined;
    const rest = denied === undefined ? undefined : operatorIn(chunk.key.slice(denied.length));
    const next = chunks[at + 1];
    const ends = next === undefined || isBound(next) || has(next, 'but');
    if (!rest || !has(chunk, 'gte', 'lte') || !(ends || isWhatWas(edit, chunks, at, rest))) return [chunk];
    const cut = chunk.start + chunk.text.indexOf(' ');
    const not: Chunk = { ...chunk, key: 'not', text: 'not', end: cut, roles: ['not', 'insteadOf'] };
    const operator = {
      ...chunk,
      key: chunk.key.slice(denied?.length),
      text: chunk.text.slice(chunk.text.indexOf(' ') + 1),
      start: cut + 1,
      roles: rest,
    };
    return [not, operator];
  });
}
