import { type Field, type RecordType } from '@lib/rules';
import type { CompiledLexicon } from '../compiled-lexicon';
import { type FieldLink, type FieldNames, inFull, lastSegment, MOST_FIELDS, withoutUnit } from './field-names';
import { wordsOf } from '../words/fold';
import { type KinOf, MOST_TOGETHER } from './kin-words';
import { stem } from '../words/stem';
import { isDateField } from './date-field';

/** The fields of a record type by other words than their names': each word of what is said is one of a name, or says the same. */
export interface FieldKin {
  lookup(words: readonly string[]): readonly FieldLink[];
  /** How many words such a name may have that begins with this one. */
  longestFrom(word: string): number;
}

/** A name of a field: its words that carry sense, and where each of them, or what says the same, stands among them. */
interface Name {
  readonly field: Field;
  readonly best: number;
  readonly weights: readonly number[];
  readonly all: number;
  /** The words of its own part: those before the last dot name what several fields are parts of. */
  readonly core: number;
  /** The words that name the kind of record. */
  readonly own: number;
  /** The words that many fields are called by. */
  readonly general: number;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** One or more words that say one thing: their stem, and the classes they are in. */
type Unit = readonly string[];

/** A class is told from a stem by its colon. */
const isClass = (node: string): boolean => node.includes(':');

const NO_LINKS: readonly FieldLink[] = [];
/** Fields named between two yields. */
const SLICE = 100;
/** Names of more words are not told in other words. */
const MOST_WORDS = 8;
/** What a word says in place of one of the name counts for this much of it. */
const AKIN = 0.92;
/** However many of its words are said, in other words a field is never named as surely as by its own. */
const MOST_SURE = 0.88;
/** And by one word alone never so surely that a draft needs no second look. */
const MOST_SURE_ALONE = 0.8;
/** What says the same as words of more names than this says too little to look at each of them. */
const MOST_NAMES = 200;
/** Below this a name is not told. */
const LEAST = 0.6;
/** Words that stand besides and between, in what is said. */
const BESIDES = 4;

const fits = (of: KinOf, field: Field): boolean =>
  of === 'any' ||
  (of === 'date' && isDateField(field)) ||
  (of === 'text' && field.type === 'list') ||
  of === field.type;

/** Reads what says the same as the words of each name. */
export function* buildFieldKin(
  recordType: RecordType,
  { own, weights }: FieldNames,
  lexicon: CompiledLexicon,
): Generator<void, FieldKin> {
  const { kin, besides } = lexicon;
  const byNode = new Map<string, Name[]>();
  let longest = 1;
  const classesOf = (words: readonly string[], field: Field): readonly string[] =>
    (kin.named.get(words.join(' ')) ?? []).filter(id => fits(id.slice(0, id.indexOf(':')) as KinOf, field));
  const name = (field: Field, written: string, best: number, core: string): void => {
    const words = wordsOf(written).filter(word => !besides.between.has(word));
    if (words.length === 0 || words.length > MOST_WORDS) return;
    const stems = words.map(inFull);
    const places = new Map<string, number[]>();
    const stands = (node: string, mask: number): void => {
      places.set(node, [...(places.get(node) ?? []), mask]);
    };
    for (let from = 0; from < stems.length; from++) {
      stands(stems[from] ?? '', 1 << from);
      for (let to = from + 1; to <= Math.min(stems.length, from + MOST_TOGETHER); to++)
        for (const id of classesOf(stems.slice(from, to), field)) stands(id, (1 << to) - (1 << from));
    }
    const each = stems.map(word => weights.weightOf([word]));
    const maskOf = (is: (word: string, i: number) => boolean): number =>
      stems.reduce((mask, word, i) => (is(word, i) ? mask | (1 << i) : mask), 0);
    const inCore = new Set(wordsOf(core).map(inFull));
    const made: Name = {
      field,
      best,
      weights: each,
      all: each.reduce((sum, weight) => sum + weight, 0),
      core: maskOf(word => inCore.has(word)),
      own: maskOf(word => own.has(word)),
      general: maskOf(word => weights.isGeneral(word)),
      places,
    };
    longest = Math.max(longest, stems.length);
    for (const node of places.keys()) {
      const known = byNode.get(node);
      if (known) known.push(made);
      else byNode.set(node, [made]);
    }
  };
  for (const [i, field] of recordType.fields.entries()) {
    if (i % SLICE === SLICE - 1) yield;
    const last = lastSegment(field.name);
    const label = withoutUnit(field.label);
    name(field, label, 1, label);
    name(field, field.name, 0.98, last);
    if (last !== field.name) name(field, last, 0.95, last);
    for (const synonym of field.synonyms ?? []) name(field, synonym, 0.97, synonym);
  }
  return {
    lookup: words => {
      const units = unitsOf(words, lexicon, byNode);
      return units ? linksOf(units, byNode) : NO_LINKS;
    },
    longestFrom: word => {
      const said = kin.said.get(stem(word)) ?? [];
      const begins = byNode.has(stem(word)) || said.some(id => byNode.has(id)) || kin.openers.has(stem(word));
      return begins || besides.opening.has(word) ? longest + BESIDES : 1;
    },
  };
}

type Names = ReadonlyMap<string, readonly Name[]>;

/** What is said, one thing after the other; `undefined` where a word is none that a name may have. */
function unitsOf(
  words: readonly string[],
  { kin, besides }: CompiledLexicon,
  names: Names,
): readonly Unit[] | undefined {
  const stems = words.map(inFull);
  const opened = besides.opening.has(words[0] ?? '');
  // "what they currently earn" is a clause, "what year" asks.
  if (opened && !words.some((word, at) => at > 0 && besides.inClauses.has(word))) return undefined;
  const isBeside = (at: number): boolean => {
    const word = words[at] ?? '';
    if (at === words.length - 1 || (at === 0 && !opened)) return false;
    if (opened) return besides.opening.has(word) || besides.between.has(word) || besides.inClauses.has(word);
    return besides.between.has(word);
  };
  const unitAt = (at: number): readonly [Unit, number] | undefined => {
    for (let length = Math.min(MOST_TOGETHER, stems.length - at); length > 0; length--) {
      const said = kin.said.get(stems.slice(at, at + length).join(' ')) ?? [];
      const own = length === 1 && !isBeside(at) ? [stems[at] ?? ''] : [];
      const nodes = [...own, ...said].filter(node => names.has(node));
      if (nodes.length > 0) return [nodes, at + length];
    }
    return undefined;
  };
  const units: Unit[] = [];
  let besidesSaid = 0;
  for (let at = 0; at < words.length;) {
    const found = unitAt(at);
    if (found) units.push(found[0]);
    else if (!isBeside(at) || ++besidesSaid > BESIDES) return undefined;
    at = found?.[1] ?? at + 1;
  }
  return units.length > 0 ? units : undefined;
}

const bitsOf = (mask: number): number => mask.toString(2).replace(/0/g, '').length;

/** The words of a name that the units may be, each another, and how nearly they say them at best. */
function coversOf(units: readonly Unit[], { places }: Name): ReadonlyMap<number, number> {
  let covers = new Map([[0, 1]]);
  for (const unit of units) {
    const next = new Map<number, number>();
    for (const [taken, akin] of covers)
      for (const node of unit)
        for (const mask of places.get(node) ?? []) {
          const said = isClass(node) ? akin * AKIN : akin;
          if ((mask & taken) === 0 && said > (next.get(taken | mask) ?? 0)) next.set(taken | mask, said);
        }
    covers = next;
  }
  return covers;
}

/** The kind of record alone points at none of its fields; what many are called only where the name has no other words: "Start date". */
const pointsAtNone = (mask: number, { own, general, weights }: Name): boolean =>
  (mask & ~own) === 0 || ((mask & ~general) === 0 && bitsOf(general) < weights.length);

function linksOf(units: readonly Unit[], names: Names): readonly FieldLink[] {
  const best = new Map<Field, number>();
  const told = (unit: Unit): readonly Name[] => unit.flatMap(node => names.get(node) ?? []);
  const [fewest = []] = units.map(told).sort((a, b) => a.length - b.length);
  if (fewest.length > MOST_NAMES) return NO_LINKS;
  for (const name of new Set(fewest)) {
    for (const [mask, akin] of coversOf(units, name)) {
      if ((mask & name.core) === 0) continue;
      const whole = bitsOf(mask) === name.weights.length;
      if (!whole && pointsAtNone(mask, name)) continue;
      const said = name.weights.reduce((sum, weight, i) => ((mask >> i) & 1 ? sum + weight : sum), 0);
      const score = Math.min(
        units.length > 1 ? MOST_SURE : MOST_SURE_ALONE,
        name.best * (whole ? 1 : 0.62 + (0.3 * said) / name.all) * akin,
      );
      if (score >= LEAST && score > (best.get(name.field) ?? 0)) best.set(name.field, score);
    }
  }
  return [...best]
    .map(([field, score]): FieldLink => ({ field, score, akin: true }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FIELDS);
}
