import type { Clock, DataRecord, RecordType } from '@lib/rules';
import { compileLexicon, type CompiledLexicon } from './compiled-lexicon';
import { readDate, readDuration, type DateLiteral } from './dates';
import { buildFieldIndex, type FieldIndex, type FieldLink } from './field-index';
import type { DimensionedWord, Lexicon, Role } from './lexicon';
import { isTimeUnit, joined, readNumber, type NumberLiteral } from './numbers';
import { wordsOf } from './fold';
import { segment, type Token } from './segment';
import { stem } from './stem';
import { buildValueIndex, type ValueIndex, type ValueLink } from './value-index';

/** A stretch of the prompt with everything it may mean; the grammar chooses. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
  readonly glued: boolean;
  readonly roles: readonly Role[];
  readonly dimensioned?: DimensionedWord;
  readonly fields: readonly FieldLink[];
  readonly values: readonly ValueLink[];
  readonly number?: NumberLiteral;
  readonly date?: DateLiteral;
  readonly duration?: { readonly iso: string; readonly amount: number };
  readonly quote?: string;
  /** A country that no record has: its ISO code. */
  readonly region?: string;
  readonly typo?: boolean;
  /** The words say the opposite of the yes/no fields linked ("unpaid", "offline"). */
  readonly opposite?: boolean;
}

/** What one record type, its sample and the lexicons give to link words with. */
export interface Grounding {
  readonly recordType: RecordType;
  readonly lexicons: readonly CompiledLexicon[];
  readonly fields: FieldIndex;
  readonly values: ValueIndex;
}

interface Kept {
  readonly sample: readonly DataRecord[];
  readonly byLexicons: Map<readonly Lexicon[], Grounding>;
}

const groundings = new WeakMap<RecordType, Kept>();

/** The indexes of a record type, built at first use and kept as long as type, sample and lexicons are the same objects. */
export function groundingOf(
  recordType: RecordType,
  sample: readonly DataRecord[],
  lexicons: readonly Lexicon[],
): Grounding {
  let kept = groundings.get(recordType);
  if (kept?.sample !== sample) groundings.set(recordType, (kept = { sample, byLexicons: new Map() }));
  const known = kept.byLexicons.get(lexicons);
  if (known) return known;
  const compiled = lexicons.map(compileLexicon);
  const grounding: Grounding = {
    recordType,
    lexicons: compiled,
    fields: buildFieldIndex(recordType, compiled),
    values: buildValueIndex(recordType, sample, compiled),
  };
  kept.byLexicons.set(lexicons, grounding);
  return grounding;
}

interface Candidate {
  readonly to: number;
  readonly quality: number;
  readonly chunk: Omit<Chunk, 'start' | 'end' | 'text' | 'key' | 'glued'>;
}

interface Linker {
  readonly tokens: readonly Token[];
  readonly grounding: Grounding;
  readonly lexicon: CompiledLexicon;
  readonly clock: Clock;
  readonly editing: boolean;
}

const NO_ROLES: readonly Role[] = [];

function valuesAt(linker: Linker, from: number, to: number, key: string): readonly ValueLink[] {
  const { tokens, grounding } = linker;
  const { values } = grounding;
  const text = tokens[from]?.text ?? '';
  const short = to - from === 1 && key.length <= 2;
  if (short && /^[ai]$/.test(text)) return [];
  const exact = values.lookup(key);
  if (exact.length > 0) return exact;
  if (to - from === 1 && tokens[from]?.kind === 'symbol') return [];
  const byCountry = countriesAt(linker, from, to, key);
  if (byCountry.length > 0) return byCountry;
  const plain = key.split(' ').filter(word => !/^[-/.'&_]$/.test(word));
  const stems = values.lookupStems(plain.map(stem).join(' '), key);
  if (stems.length > 0 && !short) return stems;
  if (short && text !== text.toUpperCase()) return [];
  for (const word of linker.grounding.lexicons.flatMap(lexicon => lexicon.valueWords.get(key) ?? [])) {
    const found = values.lookup(word);
    if (found.length > 0) return found.map(link => ({ ...link, score: 0.85, via: 'word' as const }));
  }
  return [];
}

function regionAt(linker: Linker, from: number, to: number, key: string): string | undefined {
  if (to - from > 5) return undefined;
  const text = linker.tokens[from]?.text ?? '';
  // "us" and "it" are words first; as countries they are written in capitals.
  if (key.length <= 3 && text !== text.toUpperCase()) return undefined;
  for (const lexicon of linker.grounding.lexicons) {
    const code = lexicon.regions.get(key);
    // Names in other languages are written like names ("Island" is Iceland, an island is not).
    if (code !== undefined && (lexicon === linker.lexicon || /^\p{Lu}|[^\p{Script=Latin}\p{P} ]/u.test(text)))
      return code;
  }
  return undefined;
}

function countriesAt(linker: Linker, from: number, to: number, key: string): readonly ValueLink[] {
  const { countryFields } = linker.grounding.values;
  if (countryFields.size === 0) return [];
  const code = regionAt(linker, from, to, key);
  if (code === undefined) return [];
  const links: ValueLink[] = [];
  for (const [name, regions] of countryFields) {
    const stored = regions.get(code)?.[0];
    const field = linker.grounding.recordType.fields.find(candidate => candidate.name === name);
    if (stored !== undefined && field) links.push({ field, stored: [stored], score: 0.95, via: 'country' });
  }
  return links;
}

function fieldsAt(linker: Linker, key: string): readonly FieldLink[] {
  const { fields } = linker.grounding;
  // Marks inside a name ("E-mail", "City/Town") do not count; digits do.
  const plain = key.split(' ').filter(word => !/^[-/.'&_]$/.test(word));
  if (plain.length === 0 || plain.some(word => !/[\p{L}\p{N}%#]/u.test(word))) return fields.lookup(key);
  const byStem = fields.lookup(plain.map(stem).join(' '));
  return byStem.length > 0 ? byStem : fields.lookup(key);
}

/** Roles that only a change of a rule knows; elsewhere their phrases would swallow plain words. */
const EDIT_ROLES: ReadonlySet<Role> = new Set([
  'also',
  'instead',
  'insteadOf',
  'make',
  'change',
  'drop',
  'swap',
  'invert',
  'everyone',
  'undo',
  'ordinal',
]);

const FUNCTION: readonly Role[] = ['not', 'and', 'or', 'no', 'be', 'det', 'of', 'to', 'if', 'as', 'where'];

/** Yes/no fields that the words name the opposite of. */
function oppositesAt(linker: Linker, key: string): readonly FieldLink[] {
  const { fields, lexicons } = linker.grounding;
  const positive = lexicons.flatMap(lexicon => lexicon.opposites.get(key) ?? []);
  for (const lexicon of lexicons) {
    for (const prefix of lexicon.opposingPrefixes)
      if (key.startsWith(prefix) && key.length > prefix.length + 3)
        positive.push(stem(key.slice(prefix.length).replace(/^[ -]+/, '')));
  }
  return positive
    .flatMap(word => fields.lookup(word))
    .filter(link => link.field.type === 'boolean' && link.score >= 0.6);
}

function rolesAt(linker: Linker, key: string): readonly Role[] {
  const roles = linker.lexicon.roles.get(key) ?? NO_ROLES;
  return linker.editing || !roles.some(role => EDIT_ROLES.has(role))
    ? roles
    : roles.filter(role => !EDIT_ROLES.has(role));
}

/** Everything the stretch [from, to) may mean as one unit, and how well that explains its tokens. */
function candidate(linker: Linker, from: number, to: number): Candidate | undefined {
  const { tokens, lexicon } = linker;
  const key = joined(tokens, from, to);
  const length = to - from;
  const roles = rolesAt(linker, key);
  const dimensioned = lexicon.dimensioned.get(key);
  // Names neither begin nor end with a mark, unless a value is stored that way.
  const marked = isMark(tokens[from]) || isMark(tokens[to - 1]);
  let fields = marked ? [] : fieldsAt(linker, key);
  // A little word is a field only by its very label, never by a stem ("not" is no "Notes").
  if (length === 1 && key.length <= 4 && roles.some(role => FUNCTION.includes(role)))
    fields = fields.filter(link => wordsOf(link.field.label).join(' ') === key);
  const opposites = fields.length === 0 && !marked ? oppositesAt(linker, key) : [];
  if (opposites.length > 0) fields = opposites;
  const values = marked ? (length > 1 ? linker.grounding.values.lookup(key) : []) : valuesAt(linker, from, to, key);
  const region =
    values.length === 0 && linker.grounding.values.countryFields.size > 0 ? regionAt(linker, from, to, key) : undefined;
  let quality = 0;
  if (roles.length > 0 || dimensioned) quality = 1.4;
  if (fields[0]) quality = Math.max(quality, 1 + 0.5 * fields[0].score);
  if (values[0])
    quality = Math.max(quality, (length > 1 && values[0].via === undefined ? 1.2 : 1) + 0.5 * values[0].score);
  if (region !== undefined) quality = Math.max(quality, 1.2);
  if (quality === 0) return undefined;
  return {
    to,
    quality: quality * length + 0.15 * (length - 1),
    chunk: {
      roles,
      fields,
      values,
      ...(dimensioned && { dimensioned }),
      ...(opposites.length > 0 && { opposite: true }),
      ...(region !== undefined && { region }),
    },
  };
}

const isMark = (token: Token | undefined): boolean => token?.kind === 'symbol' && !/[%#&]/.test(token.text);

function literalCandidates(linker: Linker, from: number): Candidate[] {
  const { tokens, lexicon, clock } = linker;
  const found: Candidate[] = [];
  const token = tokens[from];
  if (!token || token.kind === 'quote') return found;
  const date = readDate(tokens, from, lexicon, clock);
  if (date && !date.bareYear)
    found.push({
      to: date.to,
      quality: 1.6 * (date.to - from) + 0.15,
      chunk: { roles: NO_ROLES, fields: [], values: [], date },
    });
  const number = readNumber(tokens, from, lexicon);
  if (number) {
    const length = number.to - from;
    const key = joined(tokens, from, number.to);
    const span = readDuration(tokens, from, lexicon);
    const whole = length === 1;
    found.push({
      to: number.to,
      quality: 1.5 * length + 0.15 * (length - 1),
      chunk: {
        roles: whole ? rolesAt(linker, key) : NO_ROLES,
        fields: whole ? fieldsAt(linker, key) : [],
        values: whole ? linker.grounding.values.lookup(key) : [],
        number,
        ...(date?.bareYear && whole && { date }),
        ...(span && span.to === number.to && isTimeUnit(number.unit) && { duration: span }),
      },
    });
  }
  const span = readDuration(tokens, from, lexicon);
  // "a year" is the field of that name where there is one.
  const named =
    span && !number ? (fieldsAt(linker, joined(tokens, span.to - 1, span.to))[0]?.score ?? 0) >= 0.98 : false;
  if (span && !named && (!number || span.to > number.to))
    found.push({
      to: span.to,
      quality: 1.55 * (span.to - from),
      chunk: { roles: NO_ROLES, fields: [], values: [], duration: span },
    });
  return found;
}

/** A misspelt word: the nearest of grammar, fields and values. */
function typoCandidate(linker: Linker, from: number): Candidate | undefined {
  const { tokens, grounding } = linker;
  const token = tokens[from];
  if (!token || token.kind !== 'word' || token.fold.length < 4 || /\d/.test(token.fold)) return undefined;
  for (let length = Math.min(3, tokens.length - from); length > 1; length--) {
    const words = tokens.slice(from, from + length);
    if (words.some(word => word.kind !== 'word')) continue;
    const values = grounding.values.lookupTypo(words.map(word => word.fold));
    if (values.length > 0)
      return {
        to: from + length,
        quality: 0.9 * length + 0.5,
        chunk: { roles: NO_ROLES, fields: [], values, typo: true },
      };
  }
  const values = grounding.values.lookupTypo([token.fold]);
  const part = values.length > 0 ? [] : grounding.values.lookupPart(token.fold);
  const fields = grounding.fields.lookupTypo(token.fold);
  const near = linker.lexicon.typos.nearest(token.fold);
  const roles =
    near.distance > 1 &&
    (fields.length > 0 || values.length > 0 || near.words.some(word => word.length !== token.fold.length))
      ? NO_ROLES
      : [...new Set(near.words.flatMap(word => rolesAt(linker, word)))];
  const month = near.words.map(word => linker.lexicon.scales.get(word)).find(scale => scale !== undefined);
  if (values.length + part.length + fields.length + roles.length === 0 && month === undefined) return undefined;
  return {
    to: from + 1,
    quality: part.length > 0 ? 0.9 : 0.8,
    chunk: { roles, fields, values: values.length > 0 ? values : part, ...(part.length === 0 && { typo: true }) },
  };
}

/** Misspelt scales and months are put right before numbers are read: `1 milion`. */
function correctTokens(tokens: readonly Token[], lexicon: CompiledLexicon): readonly Token[] {
  return tokens.map((token, i) => {
    const previous = tokens[i - 1];
    if (token.kind !== 'word' || token.fold.length < 5 || lexicon.scales.has(token.fold) || !previous) return token;
    if (previous.kind !== 'number' && !lexicon.numbers.has(previous.fold)) return token;
    const word = lexicon.scaleTypos.nearest(token.fold).words[0];
    return word === undefined || lexicon.roles.has(token.fold) || lexicon.units.has(token.fold)
      ? token
      : { ...token, fold: word };
  });
}

const MAX_PHRASE = 8;

/** Cuts the tokens into the stretches that explain them best, each with all its meanings. */
export function ground(
  text: string,
  grounding: Grounding,
  clock: Clock,
  editing = false,
): { readonly chunks: readonly Chunk[]; readonly end: number } {
  const lexicon = grounding.lexicons[0];
  if (!lexicon) return { chunks: [], end: 0 };
  const cut = segment(text);
  const tokens = correctTokens(cut.tokens, lexicon);
  const linker: Linker = { tokens, grounding, lexicon, clock, editing };
  const count = tokens.length;
  const best: { quality: number; next?: Candidate }[] = Array.from({ length: count + 1 }, () => ({ quality: 0 }));
  const most = Math.max(MAX_PHRASE, grounding.values.longest);
  for (let from = count - 1; from >= 0; from--) {
    const token = tokens[from];
    if (!token) continue;
    const options: Candidate[] = [];
    if (token.kind === 'quote')
      options.push({
        to: from + 1,
        quality: 3,
        chunk: {
          roles: NO_ROLES,
          fields: [],
          values: grounding.values.lookup(joined(tokens, from, from + 1).toLowerCase()),
        },
      });
    else {
      options.push(...literalCandidates(linker, from));
      for (let to = from + 1; to <= Math.min(count, from + most); to++) {
        if (tokens[to - 1]?.kind === 'quote') break;
        const option = candidate(linker, from, to);
        if (option) options.push(option);
      }
      if (!options.some(option => option.to === from + 1)) {
        const typo = typoCandidate(linker, from);
        if (typo) options.push(typo);
      }
    }
    if (!options.some(option => option.to === from + 1))
      options.push({
        to: from + 1,
        quality: token.kind === 'symbol' ? 0.3 : 0.1,
        chunk: { roles: NO_ROLES, fields: [], values: [] },
      });
    const slot = best[from];
    if (!slot) continue;
    slot.quality = -1;
    for (const option of options) {
      const quality = option.quality + (best[option.to]?.quality ?? 0);
      if (quality > slot.quality) {
        slot.quality = quality;
        slot.next = option;
      }
    }
  }
  const chunks: Chunk[] = [];
  for (let from = 0; from < count;) {
    const next = best[from]?.next;
    const first = tokens[from];
    const last = next && tokens[next.to - 1];
    if (!next || !first || !last) break;
    chunks.push({
      ...next.chunk,
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      key: joined(tokens, from, next.to),
      glued: first.glued,
      ...(first.kind === 'quote' && { quote: first.text }),
    });
    from = next.to;
  }
  return { chunks, end: cut.end };
}
