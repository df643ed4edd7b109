import type { Field } from '@lib/rules';
import { type CompiledLexicon, phraseKey, unitsIn, type UnitWord } from '../../../grounding/compiled-lexicon';
import { wordsOf } from '../../../grounding/words/fold';
import type { Grounding } from '../../../grounding/link-words';
import { DECLARED_UNITS } from '../../../grounding/lexicons/marks';
import { isTimeUnit } from '../../../grounding/words/numbers';

type Units = WeakMap<Field, UnitWord | null>;

/** By the languages asked, the request's own first: which unit a word is may depend on them. */
const known = new WeakMap<readonly CompiledLexicon[], Units>();

/** What parts of a whole are kept in, as one says them in percent. */
const SHARE: UnitWord = { base: '%', factor: 100 };

/**
 * The unit a field is kept in: the one it declares, else the one its name or label ends in ("areaSqm", "Weight (kg)"),
 * else what its values show: 0.8 of a job is 80 percent.
 */
export function unitOf(field: Field, { lexicons, columns }: Grounding): UnitWord | undefined {
  let units = known.get(lexicons);
  if (!units) known.set(lexicons, (units = new WeakMap()));
  let unit = units.get(field);
  if (unit === undefined) {
    const written = field.unit ?? field.reading.unit;
    const read = written === undefined ? namedUnit(field, lexicons) : unitDeclared(written, lexicons);
    units.set(field, (unit = read ?? null));
  }
  if (unit) return unit;
  return field.type === 'number' && columns.factsOf(field).holdsShares ? SHARE : undefined;
}

function unitSaid(written: string, lexicons: readonly CompiledLexicon[]): UnitWord | undefined {
  const key = phraseKey(written);
  for (const { units } of lexicons) {
    const unit = units.get(key);
    if (unit) return unit;
  }
  return undefined;
}

/** "s", "m³": what a field declares is a unit though it would be none in a sentence. */
const unitDeclared = (written: string, lexicons: readonly CompiledLexicon[]): UnitWord | undefined =>
  unitSaid(written, lexicons) ?? DECLARED.get(phraseKey(written));

const DECLARED: ReadonlyMap<string, UnitWord> = new Map(unitsIn(DECLARED_UNITS));

/** Of those, the ones that are a unit where they stand in brackets: "Delay (min)". */
const UNIT_IN_BRACKETS: ReadonlySet<string> = new Set(
  'min day days week weeks month months hour hours minute minutes h'.split(' '),
);

/** Words that end names of fields without saying what is measured: "Order items", "Safety stock min", "Fiscal year". */
const SAYS_NO_UNIT: ReadonlySet<string> = new Set(
  'min item items unit units piece pieces point points star stars time times day week month quarter year hour minute'.split(
    ' ',
  ),
);

const COUNTED_IN: ReadonlySet<string> = new Set('days weeks months years hours minutes'.split(' '));

function namedUnit(field: Field, lexicons: readonly CompiledLexicon[]): UnitWord | undefined {
  if (field.type !== 'number') return undefined;
  const degrees = /°\s?[CFK](?=[)\]]?\s*$)/i.exec(field.label)?.[0];
  const bracketed = /[([]\s*([^()[\]]+?)\s*[)\]]\s*$/.exec(field.label)?.[1];
  const lastOf = (name: string): string | undefined => {
    const words = wordsOf(name);
    return words.length > 1 ? words[words.length - 1] : undefined;
  };
  for (const word of [degrees, bracketed, lastOf(field.label), lastOf(field.name)]) {
    if (word === undefined || (word.length < 2 && word !== bracketed && word !== degrees)) continue;
    if (SAYS_NO_UNIT.has(word) && !(word === bracketed && UNIT_IN_BRACKETS.has(word))) continue;
    const unit = unitSaid(word, lexicons);
    if (unit) return unit;
  }
  // "Years of experience", "days_open": counted in what the name opens with.
  const [opener, ...others] = wordsOf(field.label);
  if (opener !== undefined && others.length > 0 && COUNTED_IN.has(opener)) return unitSaid(opener, lexicons);
  return timeUnitIn(wordsOf(field.label), lexicons);
}

/** A part of a compound has at least so many letters, and so has what stands before it. */
const SHORTEST_PART = 3;

/** "Heures hebdomadaires", "Wochenstunden", "Sygedage": labels in other languages begin or end with what is counted. */
function timeUnitIn(
  [opener = '', ...others]: readonly string[],
  lexicons: readonly CompiledLexicon[],
): UnitWord | undefined {
  for (const { language, compounds, units } of lexicons) {
    if (language === 'en') continue;
    const said = compounds ? endOf(others.at(-1) ?? opener, units) : others.length > 0 ? units.get(opener) : undefined;
    if (said && isTimeUnit(said)) return said;
  }
  return undefined;
}

/** The unit that a compound ends in, the longest one. */
function endOf(word: string, units: CompiledLexicon['units']): UnitWord | undefined {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART - 1; at++) {
    const unit = units.get(word.slice(at));
    if (unit) return unit;
  }
  return undefined;
}
