import type { JsonLogic } from '@lib/rules';
import { has, isBound, isField, isFiller, isUnknown } from '../cursor';
import { comparatorOf } from '../conditions/operands';
import { fieldsIn } from '../meaning/logic-tree';
import type { Chunk } from '../../grounding/link-words';
import { isPointing, isTagging, type ReadStep, sameText, type Segment, type Step } from './edit-step';
import { asWritten, exchange, type Place, placesIn, textsAt, withTexts } from './places';

/** What was, and what is wanted in its place. */
export interface Sides {
  readonly from: readonly Chunk[];
  readonly to: readonly Chunk[];
  /** What leads to what is wanted and says nothing else: "take", "lieber". */
  readonly lead?: readonly Chunk[];
}

/** Both sides of "A instead of B", "replace B with A", "change B to A", "A, not B", "not B but A", "B ではなく A". */
export function sidesOf(chunks: readonly Chunk[]): Sides | undefined {
  const turn = chunks.findIndex(chunk => has(chunk, 'notBut'));
  if (turn > 0) return { from: chunks.slice(0, turn), to: chunks.slice(turn + 1) };
  const instead = chunks.findIndex(chunk => has(chunk, 'insteadOf') && !has(chunk, 'not', 'correction'));
  // "instead of A, B", "instead of A use B"
  const next = chunks.findIndex((chunk, at) => at > 1 && has(chunk, 'comma', 'make', 'swap'));
  if (instead === 0 && next > 0) return { from: chunks.slice(1, next), to: chunks.slice(next + 1) };
  if (instead > 0) return { to: chunks.slice(0, instead), from: chunks.slice(instead + 1) };
  if (instead === 0) return sidesBehind(chunks);
  const denial = chunks.findIndex(
    (chunk, at) =>
      has(chunk, 'not') &&
      !has(chunks[at + 1], 'only') &&
      (has(chunk, 'insteadOf') || chunks.some((turn, i) => i > at + 1 && has(turn, 'but'))),
  );
  const but = chunks.findIndex((chunk, at) => at > denial && has(chunk, 'but', 'comma'));
  if (denial >= 0 && but > denial + 1)
    return { from: chunks.slice(denial + 1, but), to: [...chunks.slice(0, denial), ...chunks.slice(but + 1)] };
  if (denial > 0) return { to: chunks.slice(0, denial), from: chunks.slice(denial + 1) };
  const verb = chunks.findIndex(chunk => has(chunk, 'swap', 'change', 'replace'));
  if (verb < 0 || verb > 3) return undefined;
  const leads = chunks.findIndex((chunk, i) => i > verb + 1 && has(chunk, 'into', 'to', 'as', 'with'));
  // "swap Germany for Austria"
  const joint =
    leads >= 0 || !has(chunks[verb], 'swap')
      ? leads
      : chunks.findIndex((chunk, i) => i > verb + 1 && has(chunk, 'for'));
  return joint < 0 ? undefined : { from: chunks.slice(verb + 1, joint), to: chunks.slice(joint + 1) };
}

/** "instead of B take A", "statt B und C lieber A": what was stands first, and what is wanted behind the last of it. */
function sidesBehind(chunks: readonly Chunk[]): Sides | undefined {
  const says = (chunk: Chunk | undefined): boolean =>
    chunk !== undefined && (chunk.values.length > 0 || (chunk.quote ?? chunk.number ?? chunk.date) !== undefined);
  const said = chunks.findIndex(says);
  // "statt des Betrags die Anzahl über 10": a field, and behind it another.
  const field = chunks.findIndex(isField);
  const other = chunks.findIndex((chunk, at) => at > field && isField(chunk));
  if (field > 0 && other > field && other < said && !has(chunks[field + 1], 'and', 'or'))
    return { from: chunks.slice(1, field + 1), to: chunks.slice(field + 1) };
  let end = said + 1;
  while (end > 0 && has(chunks[end], 'and', 'or') && says(chunks[end + 1])) end += 2;
  const wanted = chunks.findIndex((chunk, at) => at >= end && says(chunk));
  if (end === 0 || wanted < 0) return undefined;
  return { from: chunks.slice(1, end), lead: chunks.slice(end, wanted), to: chunks.slice(wanted) };
}

/** "Marketing and Finance instead of Sales", "replace hot with warm": texts for a text, in the condition or else in an action. */
export const swapValue: ReadStep = segment => {
  const { chunks, rule, grounding } = segment;
  const sides = sidesOf(chunks);
  if (!sides) return undefined;
  const old = sides.from.map(chunk => chunk.quote ?? chunk.text);
  const holds = (literal: JsonLogic, chunk: Chunk, text: string): boolean =>
    sameText(literal, text) || chunk.values.some(({ stored }) => stored.some(one => sameText(literal, one)));
  for (const place of placesIn(rule.condition, grounding.recordType)) {
    const texts = textsAt(place);
    const gone = sides.from.filter((chunk, i) => texts.some(literal => holds(literal, chunk, old[i] ?? '')));
    const next = gone.length > 0 ? textsFor(place, sides.to) : [];
    if (next.length === 0) continue;
    const [first] = texts.flatMap((literal, i) =>
      gone.some(chunk => holds(literal, chunk, chunk.quote ?? chunk.text)) ? [i] : [],
    );
    const kept = texts.filter(literal => !gone.some(chunk => holds(literal, chunk, chunk.quote ?? chunk.text)));
    const fresh = next.map(({ text }) => text).filter(text => !kept.some(literal => sameText(literal, text)));
    const all = [...kept.slice(0, first ?? 0), ...fresh, ...kept.slice(first ?? 0)];
    return {
      rules: [{ ...rule, condition: exchange(rule.condition, place.test, withTexts(place, all)) }],
      used: [
        ...gone,
        ...(sides.lead ?? []),
        ...next.map(({ chunk }) => chunk),
        ...chunks.filter(
          chunk => has(chunk, 'insteadOf', 'notBut', 'replace', 'setTo', 'but', 'not') || speaksOf(chunk, place),
        ),
      ],
    };
  }
  return swapInActions(segment, sides);
};

const speaksOf = (chunk: Chunk, { field }: Place): boolean =>
  chunk.values.length === 0 && chunk.fields.some(link => link.field.name === field.name);

/** The texts that words name beside a field: stored values first, quotes and unknown words as they stand. */
function textsFor(place: Place, words: readonly Chunk[]): readonly { readonly chunk: Chunk; readonly text: string }[] {
  const linked = words.flatMap(chunk => {
    const link = chunk.values.find(({ field }) => field.name === place.field.name);
    const text = chunk.quote ?? link?.stored[0];
    return text === undefined ? [] : [{ chunk, text: asWritten(place, text) }];
  });
  if (linked.length > 0) return linked;
  const plain = words.filter(
    chunk => !isFiller(chunk) && !isBound(chunk) && !has(chunk, 'instead', 'make', 'change', 'swap'),
  );
  const [only] = plain;
  return only && plain.length === 1 && only.number === undefined && only.date === undefined && isUnknown(only)
    ? [{ chunk: only, text: asWritten(place, only.text) }]
    : [];
}

function swapInActions({ rule, chunks, request }: Segment, sides: Sides): Step | undefined {
  const amounts = [sides.from, sides.to].every(side =>
    side.some(chunk => (chunk.number ?? chunk.duration) !== undefined),
  );
  const named = sides.from.find(
    chunk =>
      !(amounts && chunk.quote === undefined) &&
      rule.actions.some(action => 'value' in action && sameText(action.value, chunk.quote ?? chunk.text)),
  );
  const lead = sides.to.findLastIndex(
    chunk =>
      chunk.quote === undefined && has(chunk, 'to', 'into', 'as', 'with', 'make', 'be', 'tag', 'tagNoun', 'them'),
  );
  const isEnd = (chunk: Chunk): boolean =>
    isBound(chunk) || has(chunk, 'instead', 'then', 'make', 'greeting', 'tagNoun', 'det');
  const to = sides.to.slice(lead + 1).filter(chunk => !isEnd(chunk));
  // "status should become Closed, not Open": of all that leads to it the value.
  const isOfNamed = ({ field }: Chunk['values'][number]): boolean =>
    rule.actions.some(
      action =>
        'field' in action &&
        action.field === field.name &&
        'value' in action &&
        sameText(action.value, named?.quote ?? named?.text ?? ''),
    );
  const valued = to.find(({ values }) => values.some(isOfNamed));
  const [first, last] = valued ? [valued, valued] : [to[0], to.at(-1)];
  if (!named || !first || !last) return undefined;
  // "Brno isn't in the south": what the rule looks for names no tag.
  const known = fieldsIn(rule.condition);
  const isLookedFor = to.some(
    ({ quote, values }) => quote === undefined && values.some(one => known.has(one.field.name)),
  );
  const isTag = rule.actions.some(action => isTagging(action) && sameText(action.value, named.quote ?? named.text));
  if (isTag && isLookedFor && !chunks.some(chunk => has(chunk, 'tagNoun', 'tag'))) return undefined;
  const value = first.quote ?? valued?.values.find(isOfNamed)?.stored[0] ?? request.text.slice(first.start, last.end);
  const actions = rule.actions.map(action =>
    'value' in action && sameText(action.value, named.quote ?? named.text) ? { ...action, value } : action,
  );
  const about = chunks.filter(
    chunk =>
      has(chunk, 'insteadOf', 'notBut', 'replace', 'setTo', 'tag', 'tagNoun', 'valueWord') ||
      chunk.fields.some(({ field }) => rule.actions.some(action => 'field' in action && action.field === field.name)),
  );
  return { rules: [{ ...rule, actions }], used: [named, ...to, ...about] };
}

/** "at least instead of more than", "before rather than after", "starts with instead of contains" */
export const swapOperator: ReadStep = ({ chunks, rule, grounding }) => {
  const sides = sidesOf(chunks) ?? notOnlySides(chunks);
  if (chunks.some(chunk => chunk.number !== undefined || chunk.date !== undefined)) return undefined;
  const spoken = (part: readonly Chunk[]): string | undefined =>
    part.map(operatorOf).find(found => found !== undefined);
  const all = placesIn(rule.condition, grounding.recordType);
  // "I meant below", "should be at least": the one way in which the rule puts something above or below another.
  const [only, ...others] = new Set(all.map(({ operator }) => operator).filter(isOrdering));
  const to = spoken(sides ? sides.to : chunks);
  const from = sides
    ? spoken(sides.from)
    : others.length === 0 && to !== undefined && isOrdering(to)
      ? only
      : undefined;
  if (!from || !to || isOrdering(from) !== isOrdering(to)) return undefined;
  const places = all.filter(({ operator }) => operator === from);
  const condition = places.reduce(
    (made, place) => exchange(made, place.test, place.put(place.value, to)),
    rule.condition,
  );
  const used = chunks.filter(
    chunk =>
      operatorOf(chunk) !== undefined ||
      has(chunk, 'insteadOf', 'notBut', 'setTo', 'may', 'holds', 'only') ||
      places.some(
        place => speaksOf(chunk, place) || textsAt(place).some(text => sameText(text, chunk.quote ?? chunk.text)),
      ),
  );
  return places.length > 0 ? { rules: [{ ...rule, condition }], used } : undefined;
};

/** "it has to begin with X, not just contain it": what follows "not just" is what was. */
function notOnlySides(chunks: readonly Chunk[]): Sides | undefined {
  const at = chunks.findIndex((chunk, i) => i > 0 && has(chunk, 'not') && has(chunks[i + 1], 'only'));
  return at < 0 ? undefined : { to: chunks.slice(0, at), from: chunks.slice(at + 2) };
}

const BY_WORD = [
  ['before', '<'],
  ['after', '>'],
  ['since', '>='],
  ['until', '<='],
  ['orMore', '>='],
  ['orLess', '<='],
  ['startsWith', 'startsWith'],
  ['endsWith', 'endsWith'],
  ['contains', 'contains'],
  ['exactly', '=='],
] as const;

const operatorOf = (chunk: Chunk): string | undefined =>
  comparatorOf(chunk) ?? BY_WORD.find(([role]) => has(chunk, role))?.[1];

const isOrdering = (operator: string): boolean => /^[<>]/.test(operator);

/** "use France", "make it France": the only text of that field. */
export const putValue: ReadStep = segment => {
  const { chunks, rule, grounding } = segment;
  const isNow = chunks.some(chunk => isPointing(chunk, grounding));
  if (!isNow && !chunks.some(chunk => has(chunk, 'make', 'instead', 'change', 'setTo', 'correction'))) return undefined;
  // "also set the status to on leave" is something more to be done.
  if (chunks.some(chunk => has(chunk, 'also')) && chunks.some(chunk => has(chunk, 'setTo'))) return undefined;
  for (const place of placesIn(rule.condition, grounding.recordType)) {
    if (textsAt(place).length !== 1 || typeof textsAt(place)[0] !== 'string' || place.field.type !== 'text') continue;
    const named = chunks.filter(
      chunk => chunk.values.some(({ field }) => field.name === place.field.name) && !has(chunk, 'be', 'det'),
    );
    if (named.length === 0) continue;
    const next = textsFor(place, named);
    const about = chunks.filter(chunk => speaksOf(chunk, place) || has(chunk, 'setTo', 'or'));
    return {
      rules: [
        {
          ...rule,
          condition: exchange(
            rule.condition,
            place.test,
            withTexts(
              place,
              next.map(({ text }) => text),
            ),
          ),
        },
      ],
      used: [...named, ...about],
    };
  }
  return putInAction(segment);
};

/** "set it to Elena instead": the value that the rule writes into a field. */
function putInAction({ chunks, rule, grounding }: Segment): Step | undefined {
  const [setting, ...others] = rule.actions.filter(action => action.type === 'setValue');
  const isSaid = chunks.some(chunk => has(chunk, 'setTo', 'make', 'change', 'instead') || isPointing(chunk, grounding));
  if (!setting || others.length > 0 || !isSaid) return undefined;
  const named = chunks.filter(chunk => chunk.values.some(({ field }) => field.name === setting.field));
  const [only] = named;
  const value = only?.quote ?? only?.values.find(({ field }) => field.name === setting.field)?.stored[0];
  if (value === undefined || named.length > 1) return undefined;
  const actions = rule.actions.map(action => (action === setting ? { ...setting, value } : action));
  const about = chunks.filter(
    chunk => has(chunk, 'setTo', 'instead', 'add') || chunk.fields.some(({ field }) => field.name === setting.field),
  );
  return { rules: [{ ...rule, actions }], used: [...named, ...about] };
}
