import type { Action } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import { opensSaying } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';
import { isTagging, type ReadStep, sameText, type Segment, type Step } from './edit-step';

/** What a rule calls its records by: a tag it gives or takes, a reason it flags them with. */
interface Naming {
  readonly nouns: readonly Role[];
  readonly of: (action: Action) => string | undefined;
  readonly as: (action: Action, name: string) => Action;
}

const NAMINGS: readonly Naming[] = [
  {
    nouns: ['reasonNoun'],
    of: action => (action.type === 'flag' ? action.reason : undefined),
    as: (action, reason) => (action.type === 'flag' ? { ...action, reason } : action),
  },
  {
    nouns: ['tagNoun', 'tag'],
    of: action => (isTagging(action) ? action.value : undefined),
    as: (action, value) => (isTagging(action) ? { ...action, value } : action),
  },
];

/** "rename the tag to X", "call the tag X rather than Y", "the tag should not be Y but X", "change the reason to X". */
export const rename: ReadStep = segment => {
  for (const naming of NAMINGS) {
    const step = renamed(segment, naming);
    if (step) return step;
  }
  return namedBefore(segment);
};

/** "use X as the tag", "lieber X als Tag": the name stands before its noun. */
function namedBefore({ chunks, rule, request }: Segment): Step | undefined {
  const [tagging, ...others] = rule.actions.filter(isTagging);
  const as = chunks.findLastIndex(
    (chunk, at) => has(chunk, 'as') && chunks.slice(at + 1).some(one => has(one, 'tagNoun', 'tag')),
  );
  const behind = chunks.slice(as + 1);
  const from = chunks.findIndex(
    chunk =>
      chunk.quote !== undefined || !has(chunk, 'make', 'instead', 'swap', 'change', 'setTo', 'correction', 'then'),
  );
  const name = chunks.slice(from, Math.max(as, 0));
  const [first, last] = [name[0], name.at(-1)];
  if (!tagging || others.length > 0 || as < 1 || !first || !last) return undefined;
  const isNoun = (chunk: Chunk): boolean => has(chunk, 'tagNoun', 'tag', 'det', 'instead') || isCourtesy(chunk);
  const isPart = (chunk: Chunk): boolean =>
    chunk.quote !== undefined
      ? name.length === 1
      : !isBound(chunk) && !has(chunk, 'and', 'but', 'or', 'not', 'also', 'tag');
  if (!behind.every(isNoun) || !name.every(isPart)) return undefined;
  const value = first.quote ?? request.text.slice(first.start, last.end);
  return {
    rules: [{ ...rule, actions: rule.actions.map(one => (one === tagging ? { ...tagging, value } : one)) }],
    used: chunks,
  };
}

const textOf = (chunk: Chunk): string => chunk.quote ?? chunk.text;

function renamed({ chunks, rule, request, grounding }: Segment, { nouns, of, as }: Naming): Step | undefined {
  const named = rule.actions.flatMap(action => of(action) ?? []);
  const said = chunks.findIndex(chunk => chunk.quote === undefined && has(chunk, ...nouns));
  // "rename to X", "let's call it X": of a rule that gives one tag.
  const verb = chunks.findIndex(chunk => !has(chunk, 'writer', 'then', 'correction', 'greeting'));
  const opener = chunks[verb];
  const opens =
    said < 0 &&
    named.length === 1 &&
    nouns.includes('tagNoun') &&
    (isRenaming(opener) || (opener !== undefined && isNaming(opener) && has(chunks[verb + 1], 'them')));
  const nounAt = opens ? verb : said;
  const noun = chunks[nounAt];
  if (named.length === 0 || !noun) return undefined;
  // "no tag, just show me the list"
  if (has(chunks[nounAt - 1], 'no') || chunks.some(chunk => has(chunk, 'ask', 'see') && !isNaming(chunk)))
    return undefined;
  const names = chunks.some(chunk => chunk.quote === undefined && isNaming(chunk));
  const turns =
    names ||
    has(noun, 'reasonNoun') ||
    has(chunks[nounAt + 1], 'colon') ||
    chunks.some(chunk => has(chunk, 'make', 'change', 'swap', 'instead', 'be', 'setTo'));
  const adds = chunks.some(chunk => has(chunk, 'also')) && !names;
  if (!turns || adds || chunks.some((chunk, at) => has(chunk, 'drop', 'add') && !has(chunk, 'not') && at !== nounAt))
    return undefined;
  const found = named.map(name => ({ name, at: placeOf(name, chunks, nounAt, request.text) })).find(({ at }) => at);
  const old = found?.at && !isPart(chunks, found.at, nounAt) ? found : undefined;
  if (!old && named.length > 1) return undefined;
  const gone = old?.at ? goneWith(chunks, old.at, nounAt) : [];
  const rest = chunks.filter((chunk, at) => at > nounAt && !gone.includes(chunk));
  // "das Tag soll X heißen": the verb comes last.
  const verbLast = grounding.lexicons[0]?.verbLast === true;
  const closes = (chunk: Chunk): boolean => isNaming(chunk) || (verbLast && has(chunk, 'setTo', 'make', 'change'));
  const closing = rest.findLastIndex(chunk => !isBound(chunk) && !closes(chunk) && !isCourtesy(chunk));
  const behind = rest.slice(0, closing + 1);
  const quoted = behind.findLastIndex(chunk => chunk.quote !== undefined);
  const lead = leadTo(quoted < 0 ? behind : behind.slice(0, quoted));
  const fresh = newName(behind.slice(lead + 1));
  const [first, last] = [fresh[0], fresh.at(-1)];
  if (!first || !last) return undefined;
  const denied =
    first.quote === undefined && has(first, 'not', 'insteadOf') && !isHyphenated(chunks, chunks.indexOf(first) + 1);
  if (denied) return undefined;
  // "call the tag X and raise the limit to 80,000": the amount is of another change.
  const isAmount = first.quote === undefined && first.number !== undefined;
  if (isAmount && behind.slice(0, lead + 1).some(chunk => has(chunk, 'and', 'comma', 'stop'))) return undefined;
  const name =
    fresh.length === 1 && first.quote !== undefined ? first.quote : request.text.slice(first.start, last.end);
  const actions = rule.actions.map(action => {
    const known = of(action);
    return known !== undefined && (!old || known === old.name) ? as(action, name) : action;
  });
  const leading = behind
    .slice(0, lead + 1)
    .filter(chunk => has(chunk, 'be', 'setTo', 'tag', 'tagNoun', 'off', 'as', 'may', 'give'));
  const saying = chunks.filter(chunk => isNaming(chunk) || has(chunk, 'off', 'setTo', 'reasonNoun'));
  return {
    rules: [{ ...rule, actions }],
    used: [...(opens ? chunks.slice(0, verb) : []), noun, ...gone, ...fresh, ...leading, ...saying],
  };
}

type Stretch = readonly [from: number, to: number];

/** Where a name stands among the words, which may be several to them. */
function placeOf(name: string, chunks: readonly Chunk[], nounAt: number, text: string): Stretch | undefined {
  for (const [from, first] of chunks.entries()) {
    if (from === nounAt || isHyphenated(chunks, from)) continue;
    const to = chunks.findIndex(
      (last, at) =>
        at >= from &&
        sameText(name, at === from ? textOf(first) : text.slice(first.start, last.end)) &&
        !isHyphenated(chunks, at + 1),
    );
    if (to >= from) return [from, to + 1];
  }
  return undefined;
}

/** "rename the tag to Team Field": the old name within the new one. */
const isPart = (chunks: readonly Chunk[], at: Stretch, nounAt: number): boolean =>
  goneWith(chunks, at, nounAt).length === at[1] - at[0] && leadTo(chunks) < at[0] - 1;

/** "hot" is no name within "hot-runner". */
const isHyphenated = (chunks: readonly Chunk[], at: number): boolean =>
  [chunks[at - 1], chunks[at]].some(chunk => chunk?.quote === undefined && /^[-_/.]$/.test(chunk?.text ?? '')) &&
  (chunks[at]?.glued ?? false);

/** The old name with the words that do away with it: "rather than Y", "not Y any more but", "from Y". */
function goneWith(chunks: readonly Chunk[], [oldAt, end]: Stretch, nounAt: number): readonly Chunk[] {
  let from = oldAt;
  for (let at = oldAt - 1; at >= 0 && at > oldAt - 4 && at !== nounAt; at--)
    if (has(chunks[at], 'insteadOf', 'not', 'from') && !has(chunks[at], 'make')) from = at;
  let to = end;
  while (has(chunks[to], 'instead', 'off', 'but', 'comma')) to++;
  return chunks.slice(from, to);
}

/** "…, please" */
const isCourtesy = (chunk: Chunk): boolean =>
  chunk.quote === undefined && has(chunk, 'then') && isFiller(chunk) && chunk.values.length === 0;

const isRenaming = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.quote === undefined && has(chunk, 'change', 'swap', 'tag', 'make') && isNaming(chunk);

const isNaming = (chunk: Chunk): boolean => opensSaying(chunk, 'naming');

/** "call the tag Change Soon", "… Old Hand": what is written as a name with the word behind or before it, and leads to none. */
const isOfName = (chunk: Chunk, ...beside: readonly (Chunk | undefined)[]): boolean =>
  isCapital(chunk) && beside.some(isCapital);

const isCapital = (chunk: Chunk | undefined): boolean =>
  /^\p{Lu}\p{Ll}/u.test(chunk?.quote === undefined ? (chunk?.text ?? '') : '');

/** Where the words end that lead up to a name. */
const leadTo = (behind: readonly Chunk[]): number =>
  behind.findLastIndex(
    (chunk, at) =>
      chunk.quote === undefined &&
      !isHyphenated(behind, at) &&
      !isHyphenated(behind, at + 1) &&
      !isOfName(chunk, behind[at - 1], behind[at + 1]) &&
      (isNaming(chunk) ||
        has(chunk, 'to', 'into', 'as', 'be', 'make', 'colon', 'them', 'then', 'setTo', 'change', 'may')),
  );

/** The last quote, else all that is left. */
function newName(rest: readonly Chunk[]): readonly Chunk[] {
  const quote = rest.findLast(chunk => chunk.quote !== undefined);
  if (quote) return [quote];
  const isEnd = (chunk: Chunk): boolean =>
    isBound(chunk) || has(chunk, 'instead', 'then', 'greeting', 'insteadOf', 'off');
  const start = rest.findIndex(
    (chunk, at) =>
      !isBound(chunk) &&
      !(at < rest.length - 1 && (chunk.date !== undefined || has(chunk, 'instead')) && !/\d/.test(chunk.text)) &&
      (!has(chunk, 'of') || at === rest.length - 1 || isHyphenated(rest, at + 1)),
  );
  if (start < 0) return [];
  const stop = rest.findIndex(
    (chunk, at) =>
      at > start &&
      (has(chunk, 'comma', 'stop', 'and', 'but', 'insteadOf') ||
        // "X and skip the interns"
        (has(chunk, 'except', 'unless') && /^\p{Ll}/u.test(chunk.text))),
  );
  const name = rest.slice(start, stop < 0 ? undefined : stop);
  return name.slice(0, name.findLastIndex(chunk => !isEnd(chunk)) + 1);
}
