import { has, isBound } from '../cursor';
import { opensSaying } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** Words of a text that is looked for; more of them say something else as well. */
const LONGEST_TEXT = 3;
const SURE = 0.75;

/** Where a text field is named that something is said to stand in, and where its name ends. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** "in der Notiz", "en commentaire", "i bemærkningen" */
function placeAt(chunks: readonly Chunk[], at: number): Place | undefined {
  if (!has(chunks[at], 'in') || chunks[at]?.quote !== undefined || !opensSaying(chunks[at], 'inside')) return undefined;
  let field = at + 1;
  while (field < at + 3 && has(chunks[field], 'det') && !isTextField(chunks[field])) field++;
  return isTextField(chunks[field]) ? { from: field, to: field + 1 } : undefined;
}

const isTextField = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && chunk?.fields[0]?.field.type === 'text' && chunk.fields[0].score >= SURE;

const isHolding = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'contains') && chunk?.quote === undefined && (chunk?.values.length ?? 0) === 0;

/** A free text may hold "wenn", "where" and "as": fewer words end it than end a clause. */
const endsText = (chunk: Chunk | undefined): boolean =>
  isBound(chunk) || has(chunk, 'and', 'or', 'then', 'dash', 'give');

/** A text as such: nothing that is known, or, within remarks, whatever records hold elsewhere as well. */
function isText(chunks: readonly Chunk[], from: number, to: number, free: boolean): boolean {
  if (to <= from || to - from > LONGEST_TEXT) return false;
  return chunks.slice(from, to).every(chunk => {
    if (chunk.quote !== undefined) return to - from === 1;
    if (isBound(chunk) || (chunk.number ?? chunk.date ?? chunk.duration) !== undefined) return false;
    const plain = chunk.roles.every(role => role === 'noun' || role === 'people' || role === 'filler');
    return plain && (free || (chunk.fields.length === 0 && chunk.values.length === 0));
  });
}

/**
 * A text that is said to stand in a field, whichever of them comes first, is put as the field and what it contains:
 * "in der Notiz anrufen steht", "klacht vermeld in de opmerking", "står der barsel i bemærkningen".
 */
export function heldTextsBehind(chunks: readonly Chunk[], { fields }: Grounding, text: string): readonly Chunk[] {
  const remarks = new Set(fields.ofConcept('notes').map(({ field }) => field.name));
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const place = placeAt(ordered, at);
    const name = place && ordered[place.from];
    if (!place || !name) continue;
    const free = remarks.has(name.fields[0]?.field.name ?? '');
    const found = behind(ordered, place, free) ?? before(ordered, at, place, free);
    if (!found) continue;
    const words = ordered.slice(...found.text);
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) continue;
    const start = Math.min(name.start, first.start, ordered[found.from]?.start ?? first.start);
    const quote = first.quote ?? text.slice(first.start, last.end);
    const said: Chunk = { ...first, end: last.end, text: quote, key: quote, quote, roles: [], fields: [], values: [] };
    const verb = { ...found.verb, roles: found.verb.roles.filter(role => role !== 'filled') };
    const parts = [{ ...name, values: [] }, ...found.denial, verb, said];
    const end = Math.max(...parts.map(part => part.end));
    ordered.splice(found.from, found.to - found.from, ...parts.map(part => ({ ...part, start, end })));
    at = found.from + parts.length - 1;
  }
  return ordered;
}

interface Held {
  readonly from: number;
  readonly to: number;
  readonly text: readonly [number, number];
  readonly verb: Chunk;
  readonly denial: readonly Chunk[];
}

/** "in der Notiz (nicht) anrufen steht", "in der Notiz steht anrufen" */
function behind(chunks: readonly Chunk[], place: Place, free: boolean): Held | undefined {
  const opener = chunks[place.to];
  if (opener && free && isHolding(opener)) {
    let to = place.to + 1;
    while (!endsText(chunks[to])) to++;
    const text = [place.to + 1, to] as const;
    return isText(chunks, ...text, free) ? { from: place.from - 1, to, text, verb: opener, denial: [] } : undefined;
  }
  const denied = has(chunks[place.to], 'not') && chunks[place.to]?.quote === undefined;
  const begin = denied ? place.to + 1 : place.to;
  let verb = begin + 1;
  while (verb < begin + LONGEST_TEXT + 1 && !isHolding(chunks[verb])) verb++;
  const said = chunks[verb];
  if (!said || !isHolding(said) || !endsText(chunks[verb + 1]) || !isText(chunks, begin, verb, free)) return undefined;
  const denial = denied ? chunks.slice(place.to, begin) : [];
  return { from: place.from - 1, to: verb + 1, text: [begin, verb], verb: said, denial };
}

/** "anrufen (steht) in der Notiz (steht)", "steht anrufen in der Notiz" */
function before(chunks: readonly Chunk[], at: number, place: Place, free: boolean): Held | undefined {
  const last = isHolding(chunks[place.to]) && endsText(chunks[place.to + 1]) ? chunks[place.to] : undefined;
  const near = isHolding(chunks[at - 1]) ? chunks[at - 1] : undefined;
  const end = near ? at - 1 : at;
  const to = last ? place.to + 1 : place.to;
  if (!endsText(chunks[to])) return undefined;
  for (let begin = end - 1; begin >= 0 && begin >= end - LONGEST_TEXT; begin--) {
    if (!isText(chunks, begin, end, free)) return undefined;
    const opener = isHolding(chunks[begin - 1]) ? chunks[begin - 1] : undefined;
    const verb = near ?? last ?? opener;
    const led = begin === 0 || opener !== undefined || isLed(chunks[begin - 1]);
    if (!verb || !led) continue;
    return { from: opener && verb === opener ? begin - 1 : begin, to, text: [begin, end], verb, denial: [] };
  }
  return undefined;
}

const isLed = (chunk: Chunk | undefined): boolean =>
  isBound(chunk) || has(chunk, 'where', 'if', 'and', 'or', 'det', 'for', 'ones', 'word', 'with', 'have');
