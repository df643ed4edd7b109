import type { ActionContext, FoundAction } from '../action-text';
import { nameBehindWith } from './capital-names';
import { isPossessed } from './possessed-tags';
import { readTags } from './tag-text';
import { comparatorOf } from '../../conditions/operands';
import { has, isBound, isField } from '../../cursor';
import { says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** Where the verb comes last: "als Mittel kennzeichnen", "mit \"Fehlt\" taggen", "sollen als VIP markiert werden". */
export function parseTrailing(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
  if (!context.conditionBefore || chunks[at]?.quote !== undefined || !has(chunks[at], 'as', 'with')) return undefined;
  const named = has(chunks[at], 'as') || chunks[at + 1]?.quote !== undefined || has(chunks[at + 1], 'tagNoun', 'det');
  let from = at + 1;
  while (
    has(chunks[from], 'det', 'tagNoun') &&
    chunks[from]?.quote === undefined &&
    chunks[from + 1] &&
    !has(chunks[from + 1], 'tag')
  )
    from++;
  for (let verb = from + 1; verb < chunks.length && verb <= from + 8; verb++) {
    if (isBound(chunks[verb]) || has(chunks[verb], 'where', 'if')) return undefined;
    if (!has(chunks[verb], 'tag') || chunks[verb]?.quote !== undefined) continue;
    // "cardiologists with the watchlist tag": the noun for what they have.
    if (isPossessed(chunks, verb)) return undefined;
    let to = verb + 1;
    while (has(chunks[to], 'give', 'be')) to++;
    if (chunks[to] && !isBound(chunks[to]) && !has(chunks[to], 'and')) return undefined;
    // "als Focus worden gemarkeerd", "mit X kunnen taggen": what helps the verb is no part of the tag.
    let end = verb;
    while (
      end - from > 1 &&
      (has(chunks[end - 1], 'give', 'be', 'may') || says(chunks[end - 1], 'infinitiveMark')) &&
      !/^\p{Lu}/u.test(chunks[end - 1]?.text ?? '')
    )
      end--;
    const first = chunks[from];
    const last = chunks[end - 1];
    const unnamed = !named && chunks.slice(from, end).some(saysOfRecords);
    if (!first || !last || (unnamed && !nameBehindWith(context, at, end))) return undefined;
    const several = end - from > 2 ? readTags({ ...context, chunks: chunks.slice(0, end) }, from) : undefined;
    if (several && several.to === end && several.tags.length > 1)
      return { actions: several.tags.map(value => ({ type: 'addTag', value })), to };
    const value = end - from === 1 && first.quote !== undefined ? first.quote : text.slice(first.start, last.end);
    return { actions: [{ type: 'addTag', value }], to };
  }
  return undefined;
}

/** What a bare tag is never made of: "mit einem Gehalt über 500 taggen" lacks its tag. */
const saysOfRecords = (chunk: Chunk): boolean =>
  // "mit Welle Zwei taggen": a number in words with a capital is a part of a name.
  (chunk.number !== undefined && !/^\p{Lu}/u.test(chunk.text)) ||
  chunk.date !== undefined ||
  isNamedField(chunk) ||
  comparatorOf(chunk) !== undefined;

/** A field by a name of its own; a word that is merely like one, or of its kin, may as well be what records are tagged with. */
const isNamedField = (chunk: Chunk): boolean =>
  isField(chunk) && !(/^\p{Lu}/u.test(chunk.text) && (chunk.typo === true || (chunk.fields[0]?.score ?? 0) < 0.9));
