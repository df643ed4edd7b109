import { valueAt, type Field } from '@lib/rules';
import type { FieldLink } from '../grounding/field-index';
import { dayLiteral, yearLiteral, type DateLiteral } from '../grounding/dates';
import type { Chunk } from '../grounding/ground';
import { stem } from '../grounding/stem';
import { has, isBound, isFiller, NUMERIC, TEMPORAL } from './cursor';
import { compareDate, liesAhead, relationOf, spanTest } from './date-tests';
import { join, negate, type Meaning, type TestMeaning } from './meaning';
import {
  comparatorOf,
  nearValues,
  numberTest,
  opposite,
  readNumberOperand,
  readSpread,
  type Comparator,
} from './operands';
import {
  fieldMention,
  linksOfTypes,
  raise,
  skipCopula,
  spanOf,
  testOn,
  type Parsed,
  type ParseState,
} from './parse-test';
import { parseLacksPart } from './elliptic';
import { parseTextTest } from './text-tests';
import { readValueList } from './value-list';

interface Mention {
  readonly at: number;
  readonly links: readonly FieldLink[];
  readonly to: number;
}

/** What is said of a field named first: "revenue is above 1m", "phone is empty", "created before 2020", "rated A or B". */
export function parseFieldFirst(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const mentioned = fieldMention(state, at);
  const opener = state.chunks[at];
  if (!mentioned || !opener) return undefined;
  // Written exactly as a record holds it, it is that value rather than a field whose name is only akin.
  if (
    opener.values.some(
      link =>
        link.via === undefined && link.stored[0] === opener.text && link.field.name !== mentioned.links[0]?.field.name,
    ) &&
    (mentioned.links[0]?.score ?? 0) < 0.98
  )
    return undefined;
  const several = parseFieldList(state, at, mentioned.to);
  if (several) return several;
  const mention: Mention = { at, ...mentioned };
  let next = skipCopula(state.chunks, mention.to);
  let not = false;
  while (has(state.chunks[next], 'not', 'never') && !has(state.chunks[next], 'empty', 'filled', 'lte', 'gte', 'neq')) {
    not = !not;
    next = skipCopula(state.chunks, next + 1);
  }
  const parsed = parseSaid(state, mention, next, not, negated);
  if (!parsed) return undefined;
  if (state.chunks[at]?.opposite) return { meaning: not ? parsed.meaning : negate(parsed.meaning), to: parsed.to };
  return not && !parsed.absorbed ? { meaning: negate(parsed.meaning), to: parsed.to } : parsed;
}

type Said = Parsed;

function parseSaid(
  state: ParseState,
  mention: Mention,
  next: number,
  not: boolean,
  negated: boolean,
): Said | undefined {
  const { chunks } = state;
  const chunk = chunks[next];
  const { links, at } = mention;
  const make = (
    kind: readonly FieldLink[],
    to: number,
    test: (field: Field) => TestMeaning['test'],
    score = 1,
  ): Said | undefined => {
    const meaning = testOn(state, kind, at, to, test, score);
    return meaning && { meaning, to };
  };
  if (
    has(chunk, 'empty') &&
    !(chunk && chunk.values.some(value => links.some(link => link.field.name === value.field.name)))
  )
    return make(links, next + 1, () => ({ is: 'empty' }));
  const lacks = parseLacksPart(state, links, at, next);
  if (lacks) return lacks;
  if (has(chunk, 'without') && chunk?.roles.includes('empty') === false && has(chunks[next + 1], 'filled'))
    return make(links, next + 2, () => ({ is: 'empty' }));
  if (has(chunk, 'filled')) return make(links, next + 1, () => ({ is: 'filled' }));
  const dated = parseDated(state, mention, next, not || negated);
  if (dated) return dated;
  const numbers = parseNumbers(state, mention, next, not);
  if (numbers) return numbers;
  const text = parseTextTest(state, links, at, next);
  if (text) return text;
  const booleans = links.filter(link => link.field.type === 'boolean');
  if (booleans.length > 0 && booleans[0] === links[0]) {
    const eq = comparatorOf(chunk) === '==' ? next + 1 : next;
    if (has(chunks[eq], 'trueWord')) return make(booleans, eq + 1, () => ({ is: 'boolean', value: true }));
    if (has(chunks[eq], 'falseWord', 'no')) return make(booleans, eq + 1, () => ({ is: 'boolean', value: false }));
    if (chunk?.key === 'not' || !state.question || not)
      return make(booleans, mention.to, () => ({ is: 'boolean', value: true }), 0.95);
  }
  const values = parseOwnValues(state, mention, next);
  if (values) return values;
  return parseUnfinished(state, mention, next);
}

/** "email or phone is missing": one thing said of several fields. */
function parseFieldList(state: ParseState, at: number, afterFirst: number): Parsed | undefined {
  const { chunks } = state;
  const fields: FieldLink[] = [];
  let connective: 'and' | 'or' = 'and';
  let next = at;
  let to = afterFirst;
  for (;;) {
    const mention = fieldMention(state, next);
    const link = mention?.links[0];
    if (!mention || !link) return undefined;
    fields.push(link);
    to = mention.to;
    if (!has(chunks[to], 'and', 'or', 'comma', 'slash', 'nor')) break;
    if (has(chunks[to], 'or', 'slash')) connective = 'or';
    next = to + 1;
    while (has(chunks[next], 'and', 'or', 'det')) {
      if (has(chunks[next], 'or')) connective = 'or';
      next++;
    }
    if (!fieldMention(state, next)) return undefined;
  }
  if (fields.length < 2) return undefined;
  const said = skipCopula(chunks, to);
  const both = has(chunks[said], 'both') ? said + 1 : said;
  const not = has(chunks[both], 'not') && !has(chunks[both], 'empty', 'filled');
  const word = not ? skipCopula(chunks, both + 1) : both;
  const empty = has(chunks[word], 'empty');
  if (!empty && !has(chunks[word], 'filled')) return undefined;
  const items = fields.map((link): Meaning => ({
    kind: 'test',
    field: link.field,
    test: { is: empty !== not ? 'empty' : 'filled' },
    score: link.score,
    spans: spanOf(state, at, word + 1),
  }));
  const meaning = join(connective, items);
  return meaning && { meaning, to: word + 1 };
}

const FOR_TIME = /\b(for|since|seit|depuis|desde)\b/;

function asDate(chunk: Chunk | undefined): DateLiteral | undefined {
  if (chunk?.date) return chunk.date;
  const quote = chunk?.quote;
  if (quote !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(quote)) return dayLiteral(quote, 0);
  return quote !== undefined && /^\d{4}$/.test(quote) ? yearLiteral(Number(quote), 0) : undefined;
}

function parseDated(state: ParseState, mention: Mention, at: number, negated: boolean): Said | undefined {
  const { chunks } = state;
  const links = mention.links.filter(link => TEMPORAL.includes(link.field.type));
  if (links.length === 0 || (mention.links[0] && mention.links[0].score > (links[0]?.score ?? 0) + 0.25))
    return undefined;
  const make = (to: number, test: (field: Field) => TestMeaning['test'], absorbed = false): Said | undefined => {
    const meaning = testOn(state, links, mention.at, to, test);
    return meaning && { meaning, to, absorbed };
  };
  let next = at;
  while (
    next < at + 4 &&
    has(chunks[next], 'be', 'filler', 'in', 'on', 'of', 'for', 'det', 'have', 'noun', 'ever') &&
    !chunks[next]?.date &&
    !chunks[next]?.duration &&
    !has(chunks[next], 'until', 'since', 'before', 'after', 'between', 'older', 'gt', 'lt', 'lte', 'gte')
  )
    next++;
  const chunk = chunks[next];
  if (saysExpired(state, mention) && !asDate(chunk) && !relationOf(chunk))
    return make(mention.to, () => ({ is: 'date', to: {} }));
  if (has(chunks[at], 'expired') || has(chunk, 'expired') || has(chunk, 'inPast'))
    return make(next + 1, () => ({ is: 'date', to: {} }));
  if (has(chunk, 'inFuture')) return make(next + 1, () => ({ is: 'date', from: {}, toIncluded: true }));
  if (has(chunk, 'notYet') && (negated || !has(chunk, 'filled'))) return notYet(state, links, mention, next + 1);
  const literal = asDate(chunk);
  if (literal) return parseOnDate(state, mention, links, next, literal, negated);
  if (chunk?.duration && !literal)
    return make(
      next + 1,
      field =>
        spanTest(
          field,
          has(chunks[next - 1], 'within', 'newer') && liesAhead(field) ? undefined : undefined,
          chunk.duration?.iso ?? 'P0D',
          negated,
        ),
      negated,
    );
  if (has(chunk, 'between', 'outside', 'from')) {
    const low = asDate(chunks[next + 1]);
    const high = has(chunks[next + 2], 'and', 'to', 'dash', 'until') ? asDate(chunks[next + 3]) : undefined;
    if (low && high) {
      let to = next + 4;
      if (has(chunks[to], 'open') && has(chunks[to + 1], 'inclusive') && has(chunks[to + 2], 'close')) to += 3;
      else if (has(chunks[to], 'inclusive')) to++;
      const said = make(to, () => ({ is: 'date', from: low.start, to: high.end }));
      return said && has(chunk, 'outside') ? { ...said, meaning: negate(said.meaning) } : said;
    }
  }
  // "more than a year", "older than 2 years", "at least 5 years", "less than 30 days ago"
  let operand = next + 1;
  while (
    has(chunks[operand], 'det', 'filler') &&
    operand < next + 3 &&
    !chunks[operand]?.duration &&
    !chunks[operand]?.date
  )
    operand++;
  const span = chunks[operand];
  const operator = comparatorOf(chunk);
  if (operator !== undefined && span?.duration && !span.date) {
    const forTime = FOR_TIME.test(state.text.slice(chunks[mention.at]?.start, chunk?.end));
    return make(
      operand + 1,
      field => spanTest(field, chunk, span.duration?.iso ?? 'P0D', negated && forTime),
      negated && forTime,
    );
  }
  const target = asDate(span);
  if (!target) return compareDates(state, mention, links, chunk, next + 1);
  const moving = !('iso' in target.start) && JSON.stringify(target.start) === JSON.stringify(target.end);
  if (moving && operator !== undefined && !has(chunk, 'before', 'after', 'since', 'until')) {
    // "more than 2 years ago" lies further back than that day.
    const back = operator === '>' ? 'before' : operator === '<' ? 'after' : operator === '>=' ? 'until' : 'since';
    return make(operand + 1, field => compareDate(field, back, target));
  }
  const relation = relationOf(chunk);
  if (!relation) return undefined;
  return make(operand + 1, field => compareDate(field, relation, target));
}

/** "license expired": the word for the past is part of what names the field. */
function saysExpired(state: ParseState, mention: Mention): boolean {
  const roles = state.grounding.lexicons[0]?.roles;
  return state.chunks
    .slice(mention.at, mention.to)
    .some(chunk => chunk.key.split(' ').some(word => roles?.get(word)?.includes('expired') ?? false));
}

/** A date right behind the field: on that day, in that year, in the last 30 days. */
function parseOnDate(
  state: ParseState,
  mention: Mention,
  links: readonly FieldLink[],
  at: number,
  date: DateLiteral,
  negated: boolean,
): Said | undefined {
  const { chunks } = state;
  const moving = !('iso' in date.start) && JSON.stringify(date.start) === JSON.stringify(date.end);
  let to = at + 1;
  let test: (field: Field) => TestMeaning['test'] = field => compareDate(field, 'on', date);
  let absorbed = false;
  if (has(chunks[to], 'orMore')) {
    test = field => compareDate(field, 'since', date);
    to++;
  } else if (has(chunks[to], 'orLess')) {
    test = field => compareDate(field, 'until', date);
    to++;
  } else if (has(chunks[to], 'to', 'dash', 'until') && asDate(chunks[to + 1])) {
    const high = asDate(chunks[to + 1]) as DateLiteral;
    test = () => ({ is: 'date', from: date.start, to: high.end });
    to += 2;
  } else if (negated && date.window === 'past') {
    // "not ordered in the last year": the last one is longer ago; who never did is not meant.
    test = () => ({ is: 'date', to: date.start });
    absorbed = true;
  } else if (moving) test = field => compareDate(field, 'on', date);
  const meaning = testOn(state, links, mention.at, to, test);
  return meaning && { meaning, to, absorbed };
}

/** "ship date before the order date": two dates of one record. */
function compareDates(
  state: ParseState,
  mention: Mention,
  links: readonly FieldLink[],
  chunk: Chunk | undefined,
  at: number,
): Said | undefined {
  const relation = relationOf(chunk);
  const other = relation ? readFieldOperand(state, at) : undefined;
  if (!relation || !other || other.field.name === links[0]?.field.name || !TEMPORAL.includes(other.field.type))
    return undefined;
  const operator = ({ before: '<', after: '>', since: '>=', until: '<=', on: '==' } as const)[relation];
  const meaning = testOn(state, links, mention.at, other.to, () => ({ is: 'field', operator, other: other.field }));
  return meaning && { meaning, to: other.to };
}

/** "not shipped yet": no date, or one to come. */
function notYet(state: ParseState, links: readonly FieldLink[], mention: Mention, to: number): Said | undefined {
  const future = testOn(state, links, mention.at, to, () => ({ is: 'date', from: {}, toIncluded: true }));
  if (!future) return undefined;
  const emptied = state.sample.some(record => (valueAt(record, future.field.name) ?? null) === null);
  const meaning: Meaning = emptied ? { kind: 'or', items: [{ ...future, test: { is: 'empty' } }, future] } : future;
  return { meaning, to, absorbed: true };
}

const FACTORS = [
  ['double', 2],
  ['triple', 3],
  ['half', 0.5],
] as const;

/** "cost", "double the cost", "1.5 times the cost" behind a comparison. */
function readFieldOperand(
  state: ParseState,
  at: number,
): { readonly field: Field; readonly factor?: number; readonly to: number } | undefined {
  const { chunks } = state;
  let next = at;
  let factor: number | undefined;
  const named = FACTORS.find(([role]) => has(chunks[next], role));
  const number = chunks[next]?.number;
  if (named) {
    factor = named[1];
    next++;
  } else if (number && (number.unit?.base === 'x' || has(chunks[next + 1], 'times'))) {
    factor = number.value;
    next += number.unit?.base === 'x' ? 1 : 2;
  } else if (number && number.unit?.base === '%' && has(chunks[next + 1], 'of')) {
    factor = number.value / 100;
    next += 2;
  } else if (number) return undefined;
  while (
    has(chunks[next], 'det', 'of', 'filler', 'fieldWord') &&
    next < at + 5 &&
    !linksOfTypes(chunks[next], undefined).length
  )
    next++;
  const mention = fieldMention(state, next);
  const link = mention?.links[0];
  if (!mention || !link || link.score < 0.6) return undefined;
  return { field: link.field, to: mention.to, ...(factor !== undefined && { factor }) };
}

/** "year after 2003" where the year is a number. */
function yearComparator(chunk: Chunk | undefined, operand: Chunk | undefined): Comparator | undefined {
  if (!operand?.number) return undefined;
  if (has(chunk, 'since')) return '>=';
  if (has(chunk, 'until')) return '<=';
  if (has(chunk, 'before')) return '<';
  return has(chunk, 'after') ? '>' : undefined;
}

/** "year with less than 3 points": the number belongs to the field its unit names. */
function namesOther(state: ParseState, unitKey: string | undefined, field: Field | undefined): boolean {
  if (unitKey === undefined) return false;
  const link = state.grounding.fields.lookup(stem(unitKey))[0];
  return link !== undefined && link.score >= 0.9 && link.field.type === 'number' && link.field.name !== field?.name;
}

function parseNumbers(state: ParseState, mention: Mention, at: number, not: boolean): Said | undefined {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  const links = mention.links.filter(link => NUMERIC.includes(link.field.type));
  const make = (to: number, test: (field: Field) => TestMeaning['test'], absorbed = false): Said | undefined => {
    const meaning = testOn(state, links, mention.at, to, test);
    return meaning && { meaning, to, absorbed };
  };
  let operator: Comparator | undefined = comparatorOf(chunk) ?? yearComparator(chunk, chunks[at + 1]);
  const spread = has(chunk, 'between', 'outside', 'from');
  let next = operator !== undefined || spread || has(chunk, 'exactly', 'colon', 'of') ? at + 1 : at;
  if (
    operator !== undefined &&
    comparatorOf(chunks[next]) === '==' &&
    chunks[next]?.quote === undefined &&
    chunks[next]?.number === undefined
  )
    next++;
  while (
    has(chunks[next], 'det', 'filler', 'exactly', 'of') &&
    chunks[next]?.number === undefined &&
    !chunks[next]?.fields.length &&
    next < at + 4
  )
    next++;
  if (operator !== undefined) {
    const other = readFieldOperand(state, next);
    const source = mention.links[0];
    if (
      other &&
      source &&
      other.field.name !== source.field.name &&
      (other.field.type === source.field.type || links.length > 0)
    ) {
      const comparison = operator;
      const meaning = testOn(
        state,
        other.field.type === 'number' && links.length > 0 ? links : mention.links,
        mention.at,
        other.to,
        () => ({
          is: 'field',
          operator: comparison,
          other: other.field,
          ...(other.factor !== undefined && { factor: other.factor }),
        }),
      );
      return meaning && { meaning, to: other.to };
    }
  }
  if (links.length === 0 || (mention.links[0] && mention.links[0].score > (links[0]?.score ?? 0) + 0.25))
    return undefined;
  const range = spread ? readSpread(chunks, next, 'any') : undefined;
  if (range) {
    const said = make(range.to, field => numberTest(field, range, undefined, grounding));
    return said && has(chunk, 'outside') ? { ...said, meaning: { kind: 'not', item: said.meaning } } : said;
  }
  const operand = readNumberOperand(chunks, next);
  if (operand && namesOther(state, operand.number.unitKey, links[0]?.field)) return undefined;
  if (!operand) {
    if (operator !== undefined && operator !== '==' && (isBound(chunks[next]) || isFiller(chunks[next])))
      raise(state, mention.at, {
        kind: 'missing-operand',
        word: chunk?.text ?? '',
        ...(links[0] && { field: links[0].field }),
      });
    return undefined;
  }
  let absorbed = false;
  if (not && operator !== undefined && operator !== '==' && operator !== '!=' && !operand.high) {
    operator = opposite(operator);
    absorbed = true;
  }
  const comparison = operator;
  return make(operand.to, field => numberTest(field, operand, comparison, grounding), absorbed);
}

/** Values behind their field: "country is Germany, Austria or Switzerland"; a text nobody stored is asked about. */
function parseOwnValues(state: ParseState, mention: Mention, at: number): Said | undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const operator = comparatorOf(chunk);
  let next =
    operator === '==' || operator === '!=' || has(chunk, 'either', 'colon', 'exactly', 'in', 'contains', 'trueWord')
      ? at + 1
      : at;
  while (
    has(chunks[next], 'either', 'det', 'open', 'in', 'of', 'word', 'both', 'exactly', 'filler', 'be') &&
    chunks[next] &&
    chunks[next]?.values.length === 0 &&
    chunks[next]?.quote === undefined &&
    next < at + 5
  )
    next++;
  const openers = chunks.slice(at, next).some(open => has(open, 'open'));
  const said =
    operator === '==' ||
    operator === '!=' ||
    chunks.slice(mention.to, next).some(word => has(word, 'be', 'colon') && !has(word, 'have'));
  const list = readValueList(state, mention.links, next, said);
  if (!list) return undefined;
  const to = openers && has(chunks[list.to], 'close') ? list.to + 1 : list.to;
  state.lastField = list.field;
  const test: TestMeaning = {
    kind: 'test',
    field: list.field,
    test: list.test,
    score: list.score,
    spans: spanOf(state, mention.at, to),
    ...(list.assumptions.length > 0 && { assumptions: list.assumptions }),
  };
  return { meaning: operator === '!=' ? negate(test) : test, to };
}

/** A field with something unsaid or vague: remembered as a question to ask. */
function parseUnfinished(state: ParseState, mention: Mention, at: number): undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const fields = mention.links.map(link => link.field);
  const field = fields[0];
  if (!chunk || !field || state.question) return undefined;
  if (has(chunk, 'vague', 'vagueSmall') && isBound(chunks[at + 1]))
    raise(state, at, { kind: 'vague', word: chunk.text, fields: fields.slice(0, 1) });
  else if (
    at > mention.to &&
    chunk.roles.length === 0 &&
    chunk.fields.length === 0 &&
    chunk.values.length === 0 &&
    chunk.date === undefined &&
    field.type === 'text'
  ) {
    raise(state, at, {
      kind: 'unknown-value',
      field,
      word: chunk.text,
      near: nearValues(state.grounding.values.valuesOf(field.name), chunk.text),
    });
  }
  return undefined;
}
