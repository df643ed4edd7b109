import type { Field } from '@lib/rules';
import { endsClause, has, isBound, isFiller, isUnknown } from '../../cursor';
import { closesSaying, opensSaying, saidTo } from '../../saying';
import { fieldMention, type Parsed, type ParseState, testOn } from '../parse-state';
import { negate } from '../../meaning/meaning';
import { areUnknown, nextSought, soughtEnd } from './sought-texts';
import type { Role } from '../../../grounding/lexicon';
import type { Chunk } from '../../../grounding/link-words';

/** "gmail in their e-mail", "the word Senior in the job title": a piece of text, with the field behind that holds it. */
export function parsePartIn(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  let next = at;
  const told = saysWord(state, at);
  while (
    next < at + 2 &&
    has(chunks[next], 'have', 'det', 'contains') &&
    chunks[next]?.quote === undefined &&
    !has(chunks[next], 'word')
  )
    next++;
  const word = has(chunks[next], 'word') && chunks[next]?.quote === undefined;
  if (word) next++;
  const named = word || told;
  const listed = parseSeveralIn(state, at, next, named);
  if (listed) return listed;
  const literal = chunks[next];
  if (!literal || isBound(literal)) return undefined;
  // "Think in the hostname": in capitals behind others a word that says little elsewhere is a name.
  const said = literal.roles.every(role => role === 'filler') && isCapital(literal) && next > at;
  const plain =
    (isUnknown(literal) || (said && literal.fields.length + literal.values.length === 0)) && isText(literal);
  const held = (isCapital(literal) && literal.values.length > 0) || (next > at && isText(literal) && onlyAkin(literal));
  const led = next > at ? !has(chunks[next - 1], 'det') : isHad(chunks[at - 1]);
  const piece = led && isSilent(literal) && isText(literal);
  if (literal.quote === undefined && !plain && !named && !held && !piece) return undefined;
  const absent = saidTo(chunks, next + 1, 'absentFrom');
  const occurs = absent ?? saidTo(chunks, next + 1, 'occursIn');
  const joint = occurs === undefined ? insideAt(chunks, next + 1) : occurs - 1;
  if (joint === undefined) return undefined;
  let from = joint + 1;
  while (from < joint + 3 && has(chunks[from], 'det', 'them')) from++;
  const mention = fieldMention(state, from);
  const links = mention?.links.filter(link => link.field.type === 'text' && link.score >= 0.75) ?? [];
  // "has Pediatrics in its name": a value of another field that is looked for in the text of this one.
  const elsewhere =
    from > joint + 1 &&
    // "Sprinter in the model" of a Sprinter 314: a piece of its texts, and none of them as a whole.
    literal.values.every(({ field, via }) => via === 'part' || !mention?.links.some(link => link.field === field));
  const sure = (links[0]?.score ?? 0) >= 0.9;
  const sought = (held && elsewhere) || (piece && isPieceOf(state, literal, links[0]?.field));
  if (literal.quote === undefined && !plain && !named && !(sought && sure)) return undefined;
  if (!mention || links.length === 0 || !endsClause(chunks[mention.to], 'in')) return undefined;
  const text = literal.quote ?? literal.text;
  const meaning = testOn(state, links, at, mention.to, () => ({ is: 'text', operator: 'contains', texts: [text] }));
  return meaning && { meaning: absent === undefined ? meaning : negate(meaning), to: mention.to };
}

/** "with the word Clinic in …": read in one piece with what seeks it. */
const saysWord = ({ chunks, grounding }: ParseState, at: number): boolean =>
  has(chunks[at], 'contains') &&
  chunks[at]?.quote === undefined &&
  (grounding.lexicons[0]?.roles.get(chunks[at]?.key.split(' ').slice(-2).join(' ') ?? '')?.includes('word') ?? false);

/** "has Clinic in its name": words that only say the same as a part of the name of a field. */
const onlyAkin = ({ roles, fields, values }: Chunk): boolean =>
  roles.length + values.length === 0 && fields.every(({ score }) => score < AKIN);

/** "whoever has | Manager in the job title" */
const isHad = (chunk: Chunk | undefined): boolean => has(chunk, 'where') && closesSaying(chunk, 'perfect');

/** Words that ask for nothing where a text is looked for. */
const SILENT: readonly Role[] = ['noun', 'people', 'filler', 'unsupported', 'does', 'vague', 'vagueSmall'];

const isSilent = ({ roles }: Chunk): boolean => roles.every(role => SILENT.includes(role));

/** "with Manager in the job title", "with salt in the title": a word of no other field's values, in texts of several words. */
const isPieceOf = ({ grounding }: ParseState, { values }: Chunk, field: Field | undefined): boolean =>
  field !== undefined &&
  values.every(value => value.via === 'part' && value.field === field) &&
  grounding.values.valuesOf(field.name).some(text => /\S\s+\S/u.test(text));

/** Words that only say the same as those of a name are linked below. */
const AKIN = 0.8;

const isCapital = ({ text }: Chunk): boolean => /^\p{Lu}/u.test(text);

const isText = ({ number, date }: Chunk): boolean => number === undefined && date === undefined;

/** The word behind a text that leads to the field it stands in. */
function insideAt(chunks: readonly Chunk[], at: number): number | undefined {
  let joint = saidTo(chunks, at, 'anywhere') ?? at;
  while (joint < at + 2 && isFiller(chunks[joint]) && !has(chunks[joint], 'in', 'among')) joint++;
  return has(chunks[joint], 'among') || opensSaying(chunks[joint], 'inside') ? joint : undefined;
}

/** "'Steel' or 'Metal' in its name", "leak, rust or noise anywhere in the remarks": all of them are texts, looked for in one field. */
function parseSeveralIn(state: ParseState, at: number, first: number, named: boolean): Parsed | undefined {
  const { chunks, text } = state;
  const parts: (readonly [number, number])[] = [];
  let any = false;
  let to = has(chunks[first], 'either', 'both') ? first + 1 : first;
  for (let next: number | undefined = to; next !== undefined; next = nextSought(chunks, to)) {
    const end = soughtEnd(chunks, next);
    if (end === undefined) return undefined;
    any ||= has(chunks[next - 1], 'or') && next > first;
    parts.push([next, end]);
    to = end;
  }
  if (parts.length < 2) return undefined;
  const anywhere = saidTo(chunks, to, 'anywhere');
  const joint = anywhere ?? to;
  if (!has(chunks[joint], 'among') && !opensSaying(chunks[joint], 'inside')) return undefined;
  let from = joint + 1;
  while (from < joint + 3 && has(chunks[from], 'det', 'them')) from++;
  const mention = fieldMention(state, from) ?? onlyName(state, from);
  const links = mention?.links.filter(({ field, score }) => field.type === 'text' && score >= 0.75) ?? [];
  const best = links[0];
  if (!mention || !best || !endsClause(chunks[mention.to], 'in')) return undefined;
  // "Berlin or Munich in the city": values of the very field, unless its texts hold more than one word is looked for in.
  const own = ([begin, end]: readonly [number, number]): boolean =>
    end === begin + 1 &&
    chunks[begin]?.quote === undefined &&
    (chunks[begin]?.values.some(({ field, via }) => field === best.field && via === undefined) ?? false);
  if (anywhere === undefined && !named && parts.every(own)) return undefined;
  // "active in Sales, or on leave in any department": one is a value of that field, the other of another.
  const others = ([begin, end]: readonly [number, number]): boolean =>
    end === begin + 1 &&
    (chunks[begin]?.values.some(({ field, via }) => field !== best.field && via === undefined) ?? false);
  if (anywhere === undefined && !named && parts.some(own) && parts.some(part => !own(part) && others(part)))
    return undefined;
  // "ferme o in avaria nello stabilimento di Torino": which one is meant stands behind the field, so that it holds no texts.
  const behind = has(chunks[mention.to], 'in', 'of') ? chunks[mention.to + 1] : undefined;
  if (behind?.values.some(({ field }) => field === best.field)) return undefined;
  // "GmbH or AG in their name": words of longer texts of that field.
  const inside = ([begin, end]: readonly [number, number]): boolean =>
    chunks
      .slice(begin, end)
      .every(chunk => chunk.values.every(({ field, via }) => field === best.field && via !== undefined));
  const unknown = named || anywhere !== undefined || parts.every(part => areUnknown(chunks, ...part) || inside(part));
  if (!unknown && best.score < 0.9) return undefined;
  const texts = parts.map(
    ([begin, end]) => chunks[begin]?.quote ?? text.slice(chunks[begin]?.start, chunks[end - 1]?.end),
  );
  const meaning = testOn(state, links, at, mention.to, () => ({
    is: 'text',
    operator: 'contains',
    texts,
    ...(!any && { all: true }),
  }));
  return meaning && { meaning, to: mention.to };
}

/** "in the name", where one text field alone is a name of anything. */
function onlyName({ chunks }: ParseState, at: number): ReturnType<typeof fieldMention> {
  const links = chunks[at]?.fields.filter(({ field }) => field.type === 'text') ?? [];
  const [link] = links;
  return link && links.length === 1 && has(chunks[at - 1], 'det', 'them')
    ? { links: [{ ...link, score: 0.8 }], to: at + 1 }
    : undefined;
}
