import type { Field } from '@lib/rules';
import { fieldLinks, has, isBound, isField } from '../cursor';
import { fieldsLike, likeness } from '../conditions/value-shapes';
import { isWhole, type Understanding } from '../understanding';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { wordsOf } from '../../grounding/fold';

/** A sample of fewer records shows too little of what is stored to say that a value is not there. */
const FEW = 8;
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
  if (sampled >= FEW || sampled === 0) return undefined;
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
    const said = first && last ? text.slice(first.start, last.end).replace(/^["“]|["”]$/g, '') : '';
    const owner = first && ownerOf(rest, { from, to }, said, grounding, new Set([...asked, ...taken]));
    if (!first || !last || !owner) return undefined;
    taken.add(owner.name);
    chunks.push({
      ...first,
      end: last.end,
      text: said,
      key: said.toLowerCase(),
      roles: [],
      fields: [],
      // Written as it is said, and compared in any case: how it is stored nobody knows.
      values: [
        {
          field: owner,
          stored: [said, said.toLowerCase() === said ? said.toUpperCase() : said.toLowerCase()],
          score: 0.6,
          via: 'part',
        },
      ],
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
  return chunk.roles.length === 0 && chunk.fields.length === 0 && (led(chunks, at) || chunk.values.length > 0);
}

/** "first elected in 1980" where years are texts. */
function isKeptAsText(chunks: readonly Chunk[], at: number, grounding: Grounding): boolean {
  const field = besideOf(chunks, { from: at, to: at + 1 });
  return field !== undefined && likeness(chunks[at]?.text ?? '', grounding.values.valuesOf(field.name)) > 0.5;
}

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
  if (chunk.glued && !has(chunk, 'stop', 'comma')) return true;
  if (has(chunk, 'stop')) return chunks[at + 1] !== undefined && /^\p{L}\.?$/u.test(chunks[at - 1]?.text ?? '');
  if (has(chunk, 'open')) return chunks[at + 1]?.number !== undefined;
  if (isBound(chunk)) return false;
  if (isName(chunks, at) || (/\p{N}/u.test(chunk.text) && chunk.number === undefined))
    return !chunk.values.some(isSure);
  if (has(chunk, ...LEADS))
    return isName(chunks, from) && has(chunk, 'of', 'det', 'and') && isName(chunks, at + 1) && !isField(chunks[at + 1]);
  return (
    chunk.roles.length === 0 && !isNamedField(chunk, grounding) && !chunk.values.some(isSure) && !isName(chunks, from)
  );
}

function ownerOf(
  chunks: readonly Chunk[],
  piece: Piece,
  said: string,
  grounding: Grounding,
  taken: ReadonlySet<string>,
): Field | undefined {
  const beside = besideOf(chunks, piece);
  if (beside) return beside;
  const free = grounding.recordType.fields.filter(field => field.type === 'text' && !taken.has(field.name));
  return fieldsLike(said, free, grounding)[0]?.[0];
}

/** The text field named right before or right behind. */
function besideOf(chunks: readonly Chunk[], { from, to }: Piece): Field | undefined {
  let before = from - 1;
  while (
    before >= 0 &&
    before > from - 5 &&
    has(chunks[before], 'be', 'of', 'in', 'det', 'as', 'eq', 'colon', 'filler') &&
    !isField(chunks[before])
  )
    before--;
  const left = fieldLinks(chunks[before]).find(({ field, score }) => field.type === 'text' && score >= 0.6);
  if (left) return left.field;
  let behind = to;
  while (behind < to + 4 && has(chunks[behind], 'as', 'det', 'be') && !isField(chunks[behind])) behind++;
  return fieldLinks(chunks[behind]).find(({ field, score }) => field.type === 'text' && score >= 0.7)?.field;
}
