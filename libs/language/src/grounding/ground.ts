import type { Clock, Field } from '@lib/rules';
import { type Candidate, candidate, isPlainMark } from './candidates/candidates';
import { literalCandidates } from './candidates/literal-candidates';
import { type CompiledLexicon, phraseKey } from './compiled-lexicon';
import { MOST_FIELDS } from './fields/field-names';
import { withDenialsApart } from './words/denials-apart';
import { withHangingParts } from './words/hanging-parts';
import { withKinTold } from './fields/kin-told';
import { looseCandidates } from './candidates/loose-candidates';
import { looseKey } from './values/loose-key';
import { type Chunk, type Grounding, Linker, NO_ROLES } from './link-words';
import { nameCandidates } from './candidates/name-candidates';
import { withoutCommonSlips, withScalesRight, withSlipsRight } from './words/right-slips';
import { segment, type Token } from './words/segment';
import { sayingsOf } from './sense-index';
import { misspeltName, typoCandidate } from './candidates/typo-candidates';
import { saysRecords } from './values/foreign-values';
import type { Role } from './lexicon';
import { saysUnheld } from './values/unheld';
import { MOST_OWNERS } from './values/value-index';

/** "twenty-plus years", "20+ years": "years" belongs to the number, and "or more" to both. */
function plusBehindUnits(tokens: readonly Token[], lexicon: CompiledLexicon): readonly Token[] {
  const found = (at: number): readonly [number, number] | undefined => {
    const hyphen = tokens[at + 1]?.fold === '-' && tokens[at + 1]?.glued === true;
    const plus = hyphen ? at + 2 : at + 1;
    const counts = tokens[at]?.kind === 'number' || lexicon.numbers.has(tokens[at]?.fold ?? '');
    const more =
      (tokens[plus]?.fold === '+' || lexicon.senses.of(tokens[plus]?.fold ?? '').includes('plus')) &&
      lexicon.roles.get(tokens[plus]?.fold ?? '')?.includes('orMore');
    return counts && more && lexicon.units.has(tokens[plus + 1]?.fold ?? '') ? [plus, plus + 1] : undefined;
  };
  const moved: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const [plus, unit] = (moved.length > 0 || at > 0 ? found(at - 1) : undefined) ?? [];
    const [more, measure] = [tokens[plus ?? -1], tokens[unit ?? -1]];
    if (more && measure && unit !== undefined) {
      moved.push(measure, { ...more, glued: more.fold === '+' && more.glued });
      at = unit;
    } else if (token) moved.push(token);
  }
  return moved;
}

/** How far the word that closes a negation stands from the one that opens it. */
const FRAME = 4;

/** "ne prennent plus de patients": within its frame the word for "more" says "no longer". */
function withinFrames(tokens: readonly Token[], { noLonger }: CompiledLexicon): readonly Token[] {
  if (!noLonger) return tokens;
  const { openers, word, means } = noLonger;
  return tokens.map((token, at) => {
    if (token.fold !== word) return token;
    const before = tokens.slice(Math.max(0, at - FRAME), at);
    const opened = before.findLastIndex(({ fold }) => openers.has(fold));
    const free = opened >= 0 && !before.slice(opened).some(({ kind, fold }) => kind === 'symbol' || fold === means);
    return free ? { ...token, text: means, fold: means } : token;
  });
}

/** Phrases of more tokens are not looked for, marks inside them counted. */
const MAX_PHRASE = 16;

const RECORDS: readonly Role[] = ['noun'];
/** A field that words name so well is what they are about. */
const NAMED = 0.9;

/** Where the longest phrase that may begin here ends: no stretch beyond is looked at. */
function reachFrom({ tokens, grounding }: Linker, from: number): number {
  const most = grounding.phrases.longestFrom(tokens[from]?.fold ?? '');
  let words = 0;
  let to = from;
  while (to < tokens.length && to - from < MAX_PHRASE && tokens[to]?.kind !== 'quote') {
    if (!isPlainMark(tokens[to]) && ++words > most) break;
    to++;
  }
  return Math.max(to, from + 1);
}

/** What a look-up left out because too many fields share the words: of those, the fields that other words speak of. */
function withSpokenOf(chunks: readonly Chunk[], { fields, values }: Grounding): readonly Chunk[] {
  const crowded = (chunk: Chunk): boolean => chunk.fields.length >= MOST_FIELDS || chunk.values.length >= MOST_OWNERS;
  if (!chunks.some(crowded)) return chunks;
  const spoken = new Set(chunks.flatMap(chunk => chunk.fields.map(link => link.field)));
  const unknownTo = (links: readonly { readonly field: Field }[]): readonly Field[] => {
    const known = new Set(links.map(link => link.field));
    return [...spoken].filter(field => !known.has(field));
  };
  return chunks.map(chunk =>
    crowded(chunk)
      ? {
          ...chunk,
          fields: [
            ...chunk.fields,
            ...(chunk.fields.length < MOST_FIELDS ? [] : fields.lookupIn(chunk.key, unknownTo(chunk.fields))),
          ],
          values: [
            ...chunk.values,
            ...(chunk.values.length < MOST_OWNERS ? [] : values.lookupIn(chunk.key, unknownTo(chunk.values))),
          ],
        }
      : chunk,
  );
}

function quotedValues(text: string, { values }: Grounding): Chunk['values'] {
  const exact = values.lookup(phraseKey(text));
  if (exact.length > 0) return exact;
  const loose = values.lookupLoose(looseKey(text));
  // 'titled "What now?"': a mark that ends the quote may be the sentence's.
  return loose.length > 0 ? loose : values.lookup(phraseKey(text.replace(/[\s.,;:!?]+$/u, '')));
}

/** What it costs to end within a word of Chinese or Japanese: more than the character that is then known gains. */
const TORN = 1.5;
/** And where it comes apart into phrases of several characters: there the platform may well be wrong. */
const TORN_APART = 0.3;

/** A word of several characters that nothing here knows: better left whole than taken for the characters in it. */
function unknownWord(tokens: readonly Token[], from: number): readonly Candidate[] {
  let to = from + 1;
  while (tokens[to]?.goesOn) to++;
  if (to === from + 1) return [];
  return [{ to, quality: 0.1 * (to - from), chunk: { roles: NO_ROLES, fields: [], values: [] } }];
}

/** Cuts the tokens into the stretches that explain them best, each with all its meanings. */
export function ground(
  text: string,
  grounding: Grounding,
  clock: Clock,
  editing = false,
): { readonly chunks: readonly Chunk[]; readonly end: number } {
  const lexicon = grounding.lexicons[0];
  if (!lexicon) return { chunks: [], end: 0 };
  const cut = segment(text, lexicon.verbLast);
  const spelt = withSlipsRight(withScalesRight(withoutCommonSlips(cut.tokens, lexicon), lexicon), grounding);
  const whole = withHangingParts(spelt, lexicon, grounding.fields);
  const tokens = withDenialsApart(withinFrames(plusBehindUnits(whole, lexicon), lexicon), grounding);
  const linker = new Linker(grounding, tokens, lexicon, clock, editing);
  const count = tokens.length;
  const best: { quality: number; next?: Candidate }[] = Array.from({ length: count + 1 }, () => ({ quality: 0 }));
  for (let from = count - 1; from >= 0; from--) {
    const token = tokens[from];
    if (!token) continue;
    const options: Candidate[] = [...nameCandidates(linker, from)];
    if (token.kind === 'quote')
      options.push({
        to: from + 1,
        quality: 3,
        chunk: {
          roles: NO_ROLES,
          fields: [],
          values: quotedValues(token.text, grounding),
        },
      });
    else {
      options.push(...literalCandidates(linker, from), ...looseCandidates(linker, from));
      const reach = reachFrom(linker, from);
      for (let to = from + 1; to <= reach; to++) {
        const option = candidate(linker, from, to);
        if (option) options.push(option);
      }
      const misspelt = misspeltName(linker, from);
      if (misspelt) options.push(misspelt);
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
    options.push(...unknownWord(tokens, from));
    const slot = best[from];
    if (!slot) continue;
    slot.quality = -Infinity;
    for (const option of options) {
      const behind = (best[option.to]?.next?.to ?? option.to + 1) - option.to;
      const torn = !tokens[option.to]?.goesOn ? 0 : Math.min(option.to - from, behind) > 1 ? TORN_APART : TORN;
      const quality = option.quality - torn + (best[option.to]?.quality ?? 0);
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
    const key = linker.key(from, next.to);
    const { roles, fields, values, region } = next.chunk;
    const bare = first.kind !== 'quote' && roles.length + values.length === 0 && region === undefined;
    const plain = bare && fields.length === 0;
    // "贷款" of loans, "クリニック" of clinics: the records by their name, though a field is called a little like it.
    const hinted = bare && !plain && lexicon.language !== 'en' && (fields[0]?.score ?? 0) < NAMED;
    const records = (plain || hinted) && saysRecords(lexicon, key, grounding.recordType);
    chunks.push({
      ...next.chunk,
      ...(records && { roles: RECORDS, fields: [] }),
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      key,
      glued: first.glued,
      ...(tokens.slice(from, next.to).some(({ righted }) => righted) && { righted: true }),
      ...(plain && saysUnheld(key, lexicon, grounding) && { unheld: true }),
      ...(first.kind === 'quote' && { quote: first.text }),
    });
    from = next.to;
  }
  const sayings = sayingsOf(chunks, lexicon.senses);
  const said = chunks.map((chunk, i) => {
    const saying = sayings[i];
    return saying ? { ...chunk, saying } : chunk;
  });
  return { chunks: withKinTold(withSpokenOf(said, grounding)), end: cut.end };
}
