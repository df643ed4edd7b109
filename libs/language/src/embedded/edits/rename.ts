import type { Action } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import { opensSaying } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';
import { isTagging, type ReadStep, sameText } from './edit-step';

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
  return undefined;
};

const textOf = (chunk: Chunk): string => chunk.quote ?? chunk.text;

function renamed({ chunks, rule, request }: Parameters<ReadStep>[0], { nouns, of, as }: Naming): ReturnType<ReadStep> {
  const named = rule.actions.flatMap(action => of(action) ?? []);
  const said = chunks.findIndex(chunk => chunk.quote === undefined && has(chunk, ...nouns));
  // "rename to X": of a rule that gives one tag.
  const opens =
    said < 0 &&
    named.length === 1 &&
    nouns.includes('tagNoun') &&
    (isRenaming(chunks[0]) || (chunks[0] !== undefined && isNaming(chunks[0]) && has(chunks[1], 'them')));
  const nounAt = opens ? 0 : said;
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
  const closing = rest.findLastIndex(chunk => !isBound(chunk) && !isNaming(chunk) && !isCourtesy(chunk));
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
  return { rules: [{ ...rule, actions }], used: [noun, ...gone, ...fresh, ...leading, ...saying] };
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

/** "call the tag Change Soon": what is written as a name with the word behind it, and leads to none. */
const opensName = ({ text }: Chunk, behind: Chunk | undefined): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text) && /^\p{Lu}\p{Ll}/u.test(behind?.quote === undefined ? (behind?.text ?? '') : '');

/** Where the words end that lead up to a name. */
const leadTo = (behind: readonly Chunk[]): number =>
  behind.findLastIndex(
    (chunk, at) =>
      chunk.quote === undefined &&
      !isHyphenated(behind, at) &&
      !isHyphenated(behind, at + 1) &&
      !opensName(chunk, behind[at + 1]) &&
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
  const stop = rest.findIndex((chunk, at) => at > start && has(chunk, 'comma', 'stop', 'and', 'but', 'insteadOf'));
  const name = rest.slice(start, stop < 0 ? undefined : stop);
  return name.slice(0, name.findLastIndex(chunk => !isEnd(chunk)) + 1);
}
