import type { JsonLogic } from '@lib/rules';
import { has, isBound, isFiller, isUnknown } from '../cursor';
import { allOf, conjunctsOf, fieldsIn, literalsIn, withoutField } from '../meaning/logic-tree';
import { type Meaning, testsOf } from '../meaning/meaning';
import { says } from '../saying';
import { surenessOf } from '../decide/sureness';
import { writeCondition } from '../meaning/write-condition';
import type { Chunk } from '../../grounding/link-words';
import { demandsMore, isDemand, isThatClause } from './demands';
import { takesBackException } from './drop-exception';
import { contraryOf } from './except';
import { isAll, type ReadStep, sameText, type Segment, type Step } from './edit-step';
import { asWritten, exchange, placesIn, textsAt, withTexts } from './places';

const WIDENING = ['also', 'or', 'and', 'to', 'into'] as const;

/** "also include Austria", "add Brno", "and the Swiss ones": values more for a list or an equality that the rule has. */
export const addValues: ReadStep = ({ chunks, rule, grounding, isFirst, understood }) => {
  // "also set the status to on leave": something to be done, and no value more.
  const sets = chunks.some(chunk => has(chunk, 'setTo', 'clear', 'copy') && !isFiller(chunk));
  if (sets && understood().cut.actions.some(({ action }) => 'field' in action)) return undefined;
  // "not just Germany but Austria": both of them.
  const both = chunks.some((chunk, i) => has(chunk, 'not') && has(chunks[i + 1], 'only'));
  const widens =
    both ||
    chunks.some(chunk => has(chunk, 'also', 'add') || says(chunk, 'leftBehind')) ||
    has(chunks[0], 'or') ||
    opensMore(chunks);
  // "not only Germany, also Austria" restricts nothing.
  const restricts = chunks.some(
    (chunk, i) =>
      has(chunk, 'only', 'onlyIf', 'except', 'unless', 'drop') && !has(chunk, 'not') && !has(chunks[i - 1], 'not'),
  );
  if (!widens || restricts) return undefined;
  for (const place of placesIn(rule.condition, grounding.recordType)) {
    if (!['==', '===', 'in', '!='].includes(place.operator) || textsAt(place).some(text => typeof text !== 'string'))
      continue;
    if (place.field.type !== 'text') continue;
    const fresh: string[] = [];
    const used: Chunk[] = [];
    for (const chunk of chunks) {
      const link = chunk.values.find(({ field }) => field.name === place.field.name);
      const name = chunk.quote ?? (sameFor(chunks, chunk) ? chunk.text : undefined);
      const texts = link?.stored ?? (name === undefined ? [] : [name]);
      if (texts.length === 0 || (has(chunk, 'be', 'det') && chunk.quote === undefined)) continue;
      used.push(chunk);
      for (const text of texts.map(one => asWritten(place, one))) {
        if (!textsAt(place).some(known => sameText(known, text)) && !fresh.includes(text)) fresh.push(text);
      }
    }
    const about = chunks.filter(
      chunk =>
        has(chunk, ...WIDENING, 'writer') ||
        says(chunk, 'leftBehind', 'landsOn') ||
        chunk.fields.some(({ field }) => field.name === place.field.name),
    );
    const isRepeated = used.some(chunk =>
      chunk.values.some(({ stored }) => textsAt(place).some(known => stored.some(one => sameText(known, one)))),
    );
    const notOnly = isRepeated ? chunks.filter(chunk => has(chunk, 'not', 'only')) : [];
    if (fresh.length === 0 && (isFirst || used.length === 0)) continue;
    const widened = fresh.length === 0 ? place.test : withTexts(place, [...textsAt(place), ...fresh]);
    return {
      rules: [{ ...rule, condition: exchange(rule.condition, place.test, widened) }],
      used: [...used, ...about, ...notOnly],
    };
  }
  return undefined;
};

/** "and Bosch": nothing but one more value, which no record can have beside the one it has. */
const opensMore = ([first, ...rest]: readonly Chunk[]): boolean =>
  has(first, 'and', 'amp') &&
  rest.some(({ values }) => values.length > 0) &&
  rest.every(chunk => chunk.values.length > 0 || isBound(chunk) || isFiller(chunk) || has(chunk, 'and', 'or', 'amp'));

/** "the same for France": of the one name said nothing is known, so that it is one more value, whether a record has it or not. */
const sameFor = (chunks: readonly Chunk[], name: Chunk): boolean =>
  isUnknown(name) &&
  /^\p{Lu}/u.test(name.text) &&
  has(
    chunks.find(chunk => !has(chunk, 'and')),
    'also',
  ) &&
  chunks.every(chunk => chunk === name || has(chunk, 'also', 'and') || isBound(chunk) || isFiller(chunk));

const LEAST_SURE = 0.15;

/** A clause more: "only active ones", "but not Munich", "or if …", "except …", "as well as those that …"; or another one for a field. */
export const addClause: ReadStep = segment => {
  const { chunks, rule, understood } = segment;
  if (takesBackException(chunks)) return undefined;
  const { cut, meaning, issues, unknown, strange } = understood();
  const spoken = (chunk: Chunk): boolean =>
    chunks.some(
      part =>
        part.start <= chunk.start &&
        chunk.end <= part.end &&
        has(part, 'also', 'instead', 'make', 'drop', 'add', 'everyone', 'correction', 'change'),
    );
  const lost = [...unknown, ...strange].some(chunk => !isFiller(chunk) && !spoken(chunk));
  const turns = chunks.some(chunk => has(chunk, 'invert', 'insteadOf') && !has(chunk, 'not'));
  const notOnly = chunks.some((chunk, at) => has(chunk, 'not') && has(chunks[at + 1], 'only'));
  if (!meaning || turns || notOnly || cut.actions.length > 0 || issues.length > 0 || lost || !isAll(understood()))
    return undefined;
  // What hardly names a field is asked about.
  if (surenessOf(meaning) < LEAST_SURE) return undefined;
  const added = writeCondition(meaning);
  const first = chunks.find(chunk => !has(chunk, 'then', 'filler', 'comma') || has(chunk, 'or', 'also', 'only', 'add'));
  const demands = demandsMore(chunks);
  // "add: last service over a year ago", "add the condition that …": one clause more for all of them.
  const named = first !== undefined && has(chunks[chunks.indexOf(first) + 1], 'colon');
  const narrows = named || chunks.some(chunk => has(chunk, 'conditionWord') && has(first, 'add', 'also'));
  const widens =
    !narrows && ((chunks.some(chunk => has(chunk, 'also') && !has(chunk, 'only')) && !demands) || has(first, 'add'));
  // "machines without a number too" takes more in.
  const takesOut = (chunk: Chunk): boolean => has(chunk, 'drop') && !(widens && has(chunk, 'without'));
  const restricts =
    chunks.some(chunk => has(chunk, 'only', 'onlyIf', 'except', 'unless') || takesOut(chunk)) || meaning.kind === 'not';
  const joined = chunks.some(chunk => has(chunk, 'comma', 'stop'));
  // "150,000 km, and sold ones too": two things said are two changes.
  if (widens && joined) return undefined;
  if (chunks.some(takesOut)) {
    if (meaning.kind !== 'not' || contraryOf(rule.condition, added, segment.request) !== undefined) return undefined;
  }
  if (chunks.some(chunk => has(chunk, 'change') && !isFiller(chunk))) return undefined;
  if (joined && chunks.some(isThatClause)) return undefined;
  // "make it 15 and only Germany", "12 percent and Legal too": a limit moved, and something else.
  const moved = chunks.some((chunk, at) => has(chunk, 'make') && chunks[at + 1]?.number !== undefined);
  const apart = chunks.some(chunk => has(chunk, 'and')) && testsOf(meaning).length > 1;
  if (apart && (moved || (widens && testsOf(meaning).some(({ field }) => fieldsIn(rule.condition).has(field.name)))))
    return undefined;
  if (
    chunks.some(chunk => has(chunk, 'make') && !isDemand(chunk)) &&
    (joined || chunks.some(chunk => has(chunk, 'also')))
  )
    return undefined;
  // What is said of a rule turned round is no clause more: it says which records those are.
  if (segment.wasInverted && !widens && !restricts) return undefined;
  if (has(first, 'or') || (widens && !restricts)) return widened(segment, meaning, added);
  if (replaces(segment, meaning, restricts) && (repeats(segment, added) || isUnreadDenial(segment, meaning)))
    return undefined;
  const base = replaces(segment, meaning, restricts) ? withoutTested(rule.condition, meaning) : rule.condition;
  return whole(segment, allOf([...(base === undefined ? [] : conjunctsOf(base)), ...conjunctsOf(added)]));
};

/** "those with no department too": beside the one clause of that field, else beside all of them. */
function widened(segment: Segment, meaning: Meaning, added: JsonLogic): Step {
  const { condition } = segment.rule;
  const parts = conjunctsOf(condition);
  const about = [...new Set(testsOf(meaning).map(({ field }) => field.name))];
  const alike = parts.filter(part => [...fieldsIn(part)].join() === about.join());
  const [only] = alike;
  if (about.length !== 1 || only === undefined || alike.length > 1 || parts.length < 2 || meaning.kind !== 'test')
    return whole(segment, { or: [condition, added] });
  return whole(segment, allOf(parts.map(part => (part === only ? { or: [part, added] } : part))));
}

const whole = ({ rule, chunks }: Segment, condition: JsonLogic | undefined): Step => ({
  rules: [{ ...rule, condition }],
  used: chunks,
});

/** "at least 500", "below 300": what is said anew of a field takes the place of what was said of it. */
function replaces({ chunks, rule }: Segment, meaning: Meaning, restricts: boolean): boolean {
  const own = testsOf(meaning);
  return (
    !restricts &&
    own.length === 1 &&
    !has(chunks[0], 'and') &&
    // "those who are not remote" of "remote or in Lisbon" takes nothing's place.
    own.every(({ field }) =>
      conjunctsOf(rule.condition).some(part => fieldsIn(part).has(field.name) && fieldsIn(part).size === 1),
    )
  );
}

/** "Brno kommt nach hinten": of several values one that the rule has already, and no word for what is to become of it. */
function repeats({ chunks, rule }: Segment, added: JsonLogic): boolean {
  const [said, own] = [literalsIn(added), literalsIn(rule.condition)];
  const part = conjunctsOf(rule.condition).find(one => sameFields(one, added));
  return (
    !chunks.some(chunk => has(chunk, 'make', 'instead', 'only', 'correction')) &&
    part !== undefined &&
    literalsIn(part).length > said.length &&
    said.every(literal => typeof literal === 'string' && own.includes(literal))
  );
}

/** "Radiology shouldn't get it either": what is denied of no value that stands in the rule takes the place of none. */
const isUnreadDenial = ({ chunks }: Segment, meaning: Meaning): boolean =>
  meaning.kind === 'test' &&
  meaning.test.is === 'oneOf' &&
  chunks.some(chunk => has(chunk, 'not') && chunk.values.length === 0) &&
  !chunks.some(chunk => has(chunk, 'make', 'instead', 'correction'));

const sameFields = (one: JsonLogic, other: JsonLogic): boolean =>
  [...fieldsIn(one)].join() === [...fieldsIn(other)].join();

function withoutTested(condition: JsonLogic, meaning: Meaning): JsonLogic | undefined {
  const [test] = testsOf(meaning);
  const shrunk = test && withoutField(condition, test.field.name);
  return shrunk ? shrunk.condition : condition;
}
