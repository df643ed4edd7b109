import type { Field } from '@lib/rules';
import { isAgeOfOther } from './age-of-other';
import { endsClause, has, isFiller, isParticiple } from '../../cursor';
import { mentions, opensSaying, says } from '../../saying';
import { join, type Meaning, type Test } from '../../meaning/meaning';
import { type Comparator, comparatorOf, readSpread, readSuffix } from '../operands';
import { spansNamed } from '../numbers/number-target';
import { type Parsed, type ParseState, spanOf } from '../parse-state';
import type { Chunk } from '../../../grounding/link-words';
import type { NumberLiteral } from '../../../grounding/words/numbers';
import { DATE_TYPES, isDateField } from '../../../grounding/fields/date-field';

type DateTest = Extract<Test, { is: 'date' }>;

const MOST_YEARS = 130;

/** The age itself where records keep it, else the day of birth. */
function ageField(state: ParseState): Field | undefined {
  const { fields } = state.grounding;
  const age = fields.ofConcept('age').find(link => link.field.type === 'number' && link.score >= 0.6);
  return (age ?? fields.ofConcept('birth').find(link => DATE_TYPES.includes(link.field.type) && link.score >= 0.6))
    ?.field;
}

const yearsAt = (chunk: Chunk | undefined): number | undefined => {
  const number: NumberLiteral | undefined = chunk?.quote === undefined ? chunk?.number : undefined;
  const inYears = number?.unit === undefined || (number.unit.base === 'mo' && number.unit.factor === 12);
  return number && inYears && Number.isInteger(number.value) && number.value >= 0 && number.value < MOST_YEARS
    ? number.value
    : undefined;
};

const ago = (years: number): { readonly offset: string } => ({ offset: `-P${years}Y` });

/** What is said of an age: more than, at least so many years. */
interface Bound {
  readonly operator: Exclude<Comparator, '==' | '!='>;
  readonly years: number;
}

const testOf = (field: Field, { operator, years }: Bound): Test =>
  field.type === 'number' ? { is: 'compare', operator, value: years } : bornFor(operator, years);

/** Who is older was born earlier. */
function bornFor(operator: Bound['operator'], years: number): DateTest {
  switch (operator) {
    case '>':
      return { is: 'date', to: ago(years) };
    case '>=':
      return { is: 'date', to: ago(years), toIncluded: true };
    case '<':
      return { is: 'date', from: ago(years), toIncluded: true };
    case '<=':
      return { is: 'date', from: ago(years) };
  }
}

const bound = (operator: Bound['operator'], years: number): Bound => ({ operator, years });

interface Ages {
  readonly bounds: readonly Bound[];
  readonly to: number;
  /** It was said that years of a life are meant. */
  readonly certain: boolean;
  /** "65+", "60 or older" */
  readonly suffixed?: boolean;
}

/** The comparison and its numbers: "over 60", "between 30 and 40", "60 or older", "in their thirties". */
function readAges(state: ParseState, at: number): Ages | undefined {
  const { chunks } = state;
  let next = at;
  let certain = false;
  const skip = (): void => {
    for (; next < at + 8; next++) {
      const chunk = chunks[next];
      if (has(chunk, 'aged') && !chunk?.number) certain = true;
      else if (!has(chunk, 'be', 'det', 'of', 'colon') || chunk?.number || isComparing(chunk)) return;
    }
  };
  skip();
  const opener = chunks[next];
  if (opener?.date?.decade !== undefined && has(chunks[next - 1], 'det') && !has(chunks[next - 1], 'of')) {
    const tens = opener.date.decade;
    return says(chunks[next - 1], 'possessive')
      ? { bounds: [bound('>=', tens), bound('<', tens + 10)], to: next + 1, certain: true }
      : undefined;
  }
  const spread = has(opener, 'between', 'from');
  const said = spread ? undefined : saidBy(opener);
  if (mentions(opener, 'elderly')) certain = true;
  if (spread || said !== undefined) next++;
  skip();
  const range = readSpread(chunks, next, spread ? 'any' : 'dash');
  const [low, high] = [yearsAt(range && chunks[next]), yearsAt(range && chunks[range.to - 1])];
  if (range && low !== undefined && high !== undefined)
    return closed(state, { bounds: [bound('>=', low), bound('<=', high)], to: range.to, certain });
  const years = yearsAt(chunks[next]);
  if (years === undefined || spread) return undefined;
  let to = next + 1;
  // "60 years or older"
  const late = has(chunks[to], 'yearsOld') ? to + 1 : to;
  const suffix = readSuffix(chunks, late);
  if (suffix) {
    if (mentions(chunks[late], 'elderly') || late > to) certain = true;
    to = suffix.to;
  }
  const operator = suffix?.operator ?? said;
  if (operator === '!=') return undefined;
  const turned = opensSaying(chunks[at], 'turning');
  const bounds =
    operator === undefined || operator === '=='
      ? turned
        ? [bound('>=', years)]
        : [bound('>=', years), bound('<', years + 1)]
      : [bound(operator, years)];
  return closed(state, { bounds, to, certain, ...(suffix && { suffixed: true }) });
}

const saidBy = (chunk: Chunk | undefined): Comparator | undefined =>
  comparatorOf(chunk) ?? (has(chunk, 'older') ? '>' : has(chunk, 'newer') ? '<' : undefined);

const isComparing = (chunk: Chunk | undefined): boolean => saidBy(chunk) !== undefined || has(chunk, 'between', 'from');

/** "… years old", "… years of age" behind the numbers. */
function closed({ chunks }: ParseState, ages: Ages): Ages {
  const old = has(chunks[ages.to], 'yearsOld');
  const to = old ? ages.to + 1 : ages.to;
  return { ...ages, to: isToday(chunks[to]) ? to + 1 : to, ...(old && { certain: true }) };
}

const isToday = (chunk: Chunk | undefined): boolean =>
  chunk?.date !== undefined && chunk.quote === undefined && Object.keys(chunk.date.start).length === 0;

/** "employees over 60": a bare comparison right behind the noun, with nothing else it could be about. */
function standsBehindNoun(state: ParseState, at: number, to: number): boolean {
  const { chunks, lastField } = state;
  const ends = endsClause(chunks[to], 'in', 'have') || tellsDeed(chunks, to);
  let before = at - 1;
  // "ont moins de 18 ans": years are had.
  const had = chunks[to - 1]?.number?.unit !== undefined;
  while (
    before >= 0 &&
    (has(chunks[before], 'be', 'where') || (had && has(chunks[before], 'have'))) &&
    !has(chunks[before], 'noun')
  )
    before--;
  const noun = chunks[before];
  // "quem tem menos de 30 anos": who has years.
  const who =
    had && has(chunks[at - 1], 'have') && chunks.slice(Math.max(0, at - 3), at).some(chunk => has(chunk, 'ones'));
  const plain = !lastField && (who || (has(noun, 'noun') && isFiller(noun)));
  // "under 25 or over 60", "over 30 but under 40"
  const again = lastField !== undefined && lastField === ageField(state) && has(chunks[at - 1], 'and', 'or', 'but');
  return ends && (plain || again || tellsOfPeople(state, noun, had)) && yearsAt(chunks[to - 1]) !== 0;
}

/** "de plus de 55 ans | embauchées avant 2005": behind the years of a life stands what was done, and its day. */
const tellsDeed = (chunks: readonly Chunk[], to: number): boolean =>
  chunks[to] !== undefined &&
  isParticiple(chunks[to]) &&
  chunks[to].fields.some(({ field, score }) => isDateField(field) && score >= 0.6) &&
  (yearsAt(chunks[to - 1]) ?? 0) >= LEAST_AGE;

/** Fewer years may be those somebody has worked here, or that a thing is old. */
const LEAST_AGE = 18;

/** "com mais de 60 anos: …": years that open the request, and nothing that they could be years of. */
function opensWithYears({ chunks }: ParseState, at: number, { bounds, to }: Ages): boolean {
  const opens = chunks.slice(0, at).every(chunk => isFiller(chunk) || has(chunk, 'have', 'if'));
  const inYears = chunks.slice(at, to).some(({ number }) => number?.unit?.base === 'mo' && number.unit.factor === 12);
  return (
    opens &&
    inYears &&
    bounds.every(({ years }) => years >= LEAST_AGE) &&
    (endsClause(chunks[to]) || tellsDeed(chunks, to))
  );
}

/** What records hold of people: a word for it is one for them. */
const OF_PEOPLE = ['gender', 'specialty', 'jobtitle'] as const;

/** "women under 35", "cardiologists over 60", "… in sales under 35 years": a value before them tells of whom. */
function tellsOfPeople({ grounding, lastField }: ParseState, chunk: Chunk | undefined, had: boolean): boolean {
  if (!chunk || chunk.quote !== undefined) return false;
  const fields = chunk.values.filter(({ score }) => score >= 0.8).map(({ field }) => field);
  if (fields.length === 0 || (lastField !== undefined && !fields.includes(lastField))) return false;
  return (
    had || OF_PEOPLE.some(concept => grounding.fields.ofConcept(concept).some(link => fields.includes(link.field)))
  );
}

/** How old somebody is, by their age or told from the day of birth: "older than 60", "aged 30 to 40", "at least 18 years old". */
export function parseAge(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const opener = chunks[at];
  const opens =
    has(opener, 'aged') || isComparing(opener) || yearsAt(opener) !== undefined || opener?.date?.decade !== undefined;
  if (!opener || opener.quote !== undefined || !opens) return undefined;
  const ages = readAges(state, at);
  if (!ages) return undefined;
  // An exact number of years is an age only where it is called one.
  const field = ageField(state);
  const alone =
    isComparing(opener) && !opener.number && standsBehindNoun(state, at, ages.to) && !spansNamed(state, at, ages.to);
  // "plus de 60 ans": so many years, said of nothing else, are those of a life.
  const first = isComparing(opener) && opensWithYears(state, at, ages);
  // "women 65+"
  const behind = ages.suffixed === true && at > 0 && tellsOfPeople(state, chunks[at - 1], false);
  // What is called an age is the field's own name, where records keep it.
  const called = ages.certain && field?.type !== 'number';
  if (!field || !(called || alone || first || behind) || isAgeOfOther(state, at, field)) return undefined;
  state.lastField = field;
  const spans = spanOf(state, at, ages.to);
  const meaning = join(
    'and',
    ages.bounds.map((said): Meaning => {
      return { kind: 'test', field, test: testOf(field, said), score: ages.certain ? 0.95 : 0.8, spans };
    }),
  );
  return meaning && { meaning, to: ages.to };
}
