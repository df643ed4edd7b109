import type { Field } from '@lib/rules';
import { fieldLinks, has, isBound, isField } from '../cursor';
import { isAskedFor } from '../conditions/audit-words';
import { fieldsLike, inAnyCase, likeness, showsLittle, withStoredMarks } from '../conditions/values/value-shapes';
import { says } from '../saying';
import { isWhole, type Understanding } from '../understanding';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { wordsOf } from '../../grounding/words/fold';

/** Words that lead to a value and belong to none. */
const LEADS = [
  'be',
  'of',
  'in',
  'on',
  'for',
  'if',
  'where',
  'have',
  'det',
  'and',
  'or',
  'ask',
  'within',
  'with',
  'without',
  'as',
  'gt',
  'lt',
  'gte',
  'lte',
  'eq',
  'neq',
  'between',
  'before',
  'after',
  'since',
  'until',
  'not',
  'to',
  'from',
  'but',
] as const;

type Piece = { readonly from: number; readonly to: number };

/**
 * A question may name a value that the few records at hand do not show: "with a record of 54-39", "for Felipe Massa".
 * It belongs to the field named beside it, else to the one whose values look like it. Asked only of small samples: in
 * larger ones a value that nobody has seen is a question of its own.
 */
export function withUnseenValues(
  { rest, shown }: { readonly rest: readonly Chunk[]; readonly shown: readonly Chunk[] },
  grounding: Grounding,
  sampled: number,
  text: string,
  unexplained: (chunk: Chunk) => boolean,
  read: (chunks: readonly Chunk[]) => Understanding,
): Understanding | undefined {
  if (!showsLittle(sampled)) return undefined;
  const asked = new Set(
    shown.flatMap(chunk =>
      fieldLinks(chunk)
        .slice(0, 1)
        .map(link => link.field.name),
    ),
  );
  const pieces = piecesOf(rest, grounding, unexplained);
  if (pieces.length === 0) return undefined;
  const taken = new Set(rest.flatMap(chunk => chunk.values.filter(isSure).map(link => link.field.name)));
  const chunks: Chunk[] = [];
  let at = 0;
  for (const { from, to } of pieces) {
    chunks.push(...rest.slice(at, from));
    const [first, last] = [rest[from], rest[to - 1]];
    const piece = first && last ? text.slice(first.start, last.end).replace(/^["“]|["”]$/g, '') : '';
    const owner = first && ownerOf(rest, { from, to }, piece, grounding, new Set([...asked, ...taken]));
    if (!first || !last || !owner) return undefined;
    taken.add(owner.name);
    const said = withStoredMarks(piece, grounding.values.valuesOf(owner.name));
    const { quote: _quote, ...plain } = first;
    chunks.push({
      ...plain,
      end: last.end,
      text: said,
      key: said.toLowerCase(),
      roles: [],
      fields: [],
      values: [{ field: owner, stored: inAnyCase(said), score: 0.6, via: 'part' }],
    });
    at = to;
  }
  chunks.push(...rest.slice(at));
  const understood = read(chunks);
  return isWhole(understood) ? understood : undefined;
}

const isSure = (link: Chunk['values'][number]): boolean =>
  link.via === undefined || link.via === 'country' || link.via === 'stem';

/** Runs of words that are no grammar, no field and no stored value. */
function piecesOf(
  chunks: readonly Chunk[],
  grounding: Grounding,
  unexplained: (chunk: Chunk) => boolean,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const listed = placesAreListed(grounding);
  for (let at = 0; at < chunks.length; at++) {
    if (!unexplained(chunks[at] as Chunk) || !opens(chunks, at, grounding)) continue;
    let to = at + 1;
    while (to < chunks.length && (goesOn(chunks, at, to, grounding) || (listed && joinsNames(chunks, to)))) to++;
    // "Chicago Stadium" where Chicago is known: one name.
    const from = isName(chunks, at) && isName(chunks, at - 1) && (chunks[at - 1]?.values.length ?? 0) > 0 ? at - 1 : at;
    pieces.push({ from, to });
    at = to - 1;
  }
  return pieces;
}

/** Whether some field holds places said in several parts: "Nevada, United States". */
function placesAreListed({ recordType, values }: Grounding): boolean {
  return recordType.fields.some(field => {
    const texts = values.valuesOf(field.name);
    return texts.length > 0 && texts.filter(text => /\p{L}, \p{L}/u.test(text)).length * 2 >= texts.length;
  });
}

const joinsNames = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'comma') && isName(chunks, at - 1) && isName(chunks, at + 1) && !has(chunks[at + 1], ...LEADS);

function opens(chunks: readonly Chunk[], at: number, grounding: Grounding): boolean {
  const chunk = chunks[at] as Chunk;
  if (isBound(chunk) || chunk.values.some(isSure)) return false;
  if (chunk.quote !== undefined) return true;
  const name = isName(chunks, at);
  if (isNamedField(chunk, grounding) && (!name || (chunk.fields[0]?.score ?? 0) >= 0.95)) return false;
  if (chunk.date !== undefined && chunk.number === undefined) return grounding.columns.dates.length === 0;
  if (chunk.number !== undefined) return isPartOfCode(chunks, at) || isKeptAsText(chunks, at, grounding);
  if (/\p{N}/u.test(chunk.text)) return true;
  if (name) return !has(chunk, ...LEADS) || !/^\p{Ll}/u.test(chunk.text);
  if (chunk.roles.length > 0 || chunk.fields.length > 0 || saysDoing(chunks, at, grounding)) return false;
  return led(chunks, at) || isNamedBehind(chunks, at) || chunk.values.length > 0;
}

/** "how many viewers watched it", "the game played at …": what is done with what a question names is none of its values. */
const saysDoing = (chunks: readonly Chunk[], at: number, { lexicons }: Grounding): boolean => {
  const chunk = chunks[at] as Chunk;
  if (chunk.values.length > 0) return false;
  return says(chunk, 'participle') || (lexicons[0]?.everyday.has(chunk.key) ?? false);
};

/** "Jo Smith was the winner", "had Jo Smith as the winner" */
function isNamedBehind(chunks: readonly Chunk[], at: number): boolean {
  let to = at + 1;
  while (to < at + 4 && chunks[to]?.roles.length === 0 && !isField(chunks[to])) to++;
  return joinsBehind(chunks, to) !== undefined;
}

/** Where the field stands that a value before it is said to be. */
function joinsBehind(chunks: readonly Chunk[], at: number): number | undefined {
  let to = at;
  while (to < at + 3 && has(chunks[to], 'as', 'be', 'det') && !isField(chunks[to])) to++;
  const joined = chunks.slice(at, to).some(chunk => has(chunk, 'as', 'be') && !has(chunk, 'have'));
  return joined && isField(chunks[to]) ? to : undefined;
}

/** "first elected in 1980" where years are texts. */
function isKeptAsText(chunks: readonly Chunk[], at: number, grounding: Grounding): boolean {
  const [field] = besideOf(chunks, { from: at, to: at + 1 });
  if (field === undefined) return false;
  const values = grounding.values.valuesOf(field.name);
  const said = chunks[at]?.text ?? '';
  const joined = isDashed(chunks, at + 1) ? `${said} - ${chunks[at + 2]?.text ?? ''}` : said;
  return likeness(withStoredMarks(joined, values), values) > 0.5;
}

/** "2 – 2": a dash between two numbers, whatever blanks stand around it. */
const isDashed = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'dash') && chunks[at - 1]?.number !== undefined && chunks[at + 1]?.number !== undefined;

/** "Felipe Massa": written like a name, where the sentence is not. */
const isName = (chunks: readonly Chunk[], at: number): boolean =>
  /^\p{Lu}/u.test(chunks[at]?.text ?? '') &&
  chunks.some(chunk => /^\p{Ll}/u.test(chunk.text)) &&
  !has(chunks[at], 'ask') &&
  ((chunks[at]?.start ?? 0) > 0 || chunks[at]?.roles.length === 0);

const isNamedField = (chunk: Chunk, { recordType }: Grounding): boolean =>
  (chunk.fields[0]?.score ?? 0) >= 0.7 ||
  (isField(chunk) && recordType.fields.some(({ label }) => wordsOf(label).includes(chunk.key)));

/** "70-69-68", "54-39": numbers joined by marks are no amounts. */
function isPartOfCode(chunks: readonly Chunk[], at: number): boolean {
  const [next, after] = [chunks[at + 1], chunks[at + 2]];
  return has(next, 'dash', 'slash', 'eq', 'colon', 'open') && next?.glued === true && after?.number !== undefined;
}

const led = (chunks: readonly Chunk[], at: number): boolean =>
  isField(chunks[at - 1]) ||
  (has(chunks[at - 1], 'for', 'of', 'in', 'from') && !has(chunks[at - 1], 'be')) ||
  (has(chunks[at - 1], 'be', 'det') && isField(chunks[at - 2]));

function goesOn(chunks: readonly Chunk[], from: number, at: number, grounding: Grounding): boolean {
  const chunk = chunks[at] as Chunk;
  if ((chunk.glued && !has(chunk, 'stop', 'comma')) || isDashed(chunks, at) || isDashed(chunks, at - 1)) return true;
  if (has(chunk, 'stop')) return chunks[at + 1] !== undefined && /^\p{L}\.?$/u.test(chunks[at - 1]?.text ?? '');
  if (has(chunk, 'open')) return chunks[at + 1]?.number !== undefined;
  if (isBound(chunk)) return false;
  if (isName(chunks, at) || (/\p{N}/u.test(chunk.text) && chunk.number === undefined))
    return !chunk.values.some(isSure);
  if (has(chunk, ...LEADS))
    return isName(chunks, from) && has(chunk, 'of', 'det', 'and') && isName(chunks, at + 1) && !isField(chunks[at + 1]);
  return (
    (chunk.roles.length === 0 || chunk.typo === true) &&
    !isNamedField(chunk, grounding) &&
    !chunk.values.some(isSure) &&
    !isName(chunks, from)
  );
}

/** The field named beside the piece, where its values may look like that, else the free one whose values do most. */
function ownerOf(
  chunks: readonly Chunk[],
  piece: Piece,
  said: string,
  grounding: Grounding,
  taken: ReadonlySet<string>,
): Field | undefined {
  const free = grounding.recordType.fields.filter(field => field.type === 'text' && !taken.has(field.name));
  const [like] = fieldsLike(said, free, grounding);
  const beside = besideOf(chunks, piece).find(
    field =>
      (like?.[1] ?? 0) < LIKE ||
      like?.[0] === field ||
      grounding.values.valuesOf(field.name).length === 0 ||
      likeness(said, grounding.values.valuesOf(field.name)) > 0,
  );
  return beside ?? like?.[0];
}

/** From so alike on, a field counts more than one beside whose values look nothing like the piece. */
const LIKE = 0.5;

/** The text fields named right before and right behind, the likelier first. */
function besideOf(chunks: readonly Chunk[], { from, to }: Piece): readonly Field[] {
  let before = from - 1;
  while (
    before >= 0 &&
    before > from - 5 &&
    has(chunks[before], 'be', 'of', 'in', 'det', 'as', 'eq', 'colon', 'filler') &&
    !isField(chunks[before])
  )
    before--;
  const shown = isAskedFor(chunks, before, before + 1);
  const left = shown ? undefined : textField(chunks[before], 0.6);
  const joined = joinsBehind(chunks, to);
  const right = textField(chunks[joined ?? to], 0.7);
  return (joined !== undefined && before < from - 1 ? [right, left] : [left, right]).filter(
    field => field !== undefined,
  );
}

const textField = (chunk: Chunk | undefined, least: number): Field | undefined =>
  fieldLinks(chunk).find(({ field, score }) => field.type === 'text' && score >= least)?.field;
