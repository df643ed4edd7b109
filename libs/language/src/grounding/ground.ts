import type { Clock, DataRecord, RecordType } from '@lib/rules';
import { type Candidate, candidate, literalCandidates, typoCandidate } from './candidates';
import { type CompiledLexicon, compileLexicon, phraseKey } from './compiled-lexicon';
import { buildFieldIndex } from './field-index';
import { happeningsOf } from './happenings';
import { joined } from './join-words';
import type { Lexicon } from './lexicon';
import { type Chunk, type Grounding, type Linker, NO_ROLES } from './link-words';
import { segment, type Token } from './segment';
import { buildValueIndex, type ValueIndex } from './value-index';

interface Kept {
  readonly sample: readonly DataRecord[];
  readonly byLexicons: Map<readonly Lexicon[], Grounding>;
  values?: ValueIndex;
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
    happenings: happeningsOf(recordType.fields),
    // Which country a value names does not depend on whose grammar comes first.
    values: (kept.values ??= buildValueIndex(recordType, sample, compiled)),
  };
  kept.byLexicons.set(lexicons, grounding);
  return grounding;
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
  const cut = segment(text, lexicon.verbLast);
  const tokens = correctTokens(cut.tokens, lexicon);
  const linker: Linker = { tokens, grounding, lexicon, clock, editing };
  const count = tokens.length;
  const best: { quality: number; next?: Candidate }[] = Array.from({ length: count + 1 }, () => ({ quality: 0 }));
  const most = Math.max(lexicon.verbLast ? 12 : MAX_PHRASE, grounding.values.longest);
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
          values: grounding.values.lookup(phraseKey(token.text)),
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
