import { has, isBound } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { isTagging, type ReadStep } from './edit-step';
import { taggedIn } from './replace-value';

/** "rename the tag to X", "call the tag X instead", "the tag should be X", "tag X instead of Y". */
export const renameTag: ReadStep = ({ chunks, rule, request }) => {
  const tagged = rule.actions.filter(isTagging);
  const nounAt = chunks.findIndex(chunk => has(chunk, 'tagNoun', 'tag'));
  const turns = chunks.some(
    chunk => has(chunk, 'make', 'change', 'swap', 'instead', 'be', 'setTo') || NAMING.test(chunk.text),
  );
  if (tagged.length === 0 || nounAt < 0 || !turns || chunks.some(chunk => has(chunk, 'also', 'drop', 'insteadOf')))
    return undefined;
  const behind = chunks.slice(nounAt + 1);
  const lead = leadTo(behind);
  const old = taggedIn(rule, lead < 0 ? behind.slice(0, -1) : [...chunks.slice(0, nounAt), ...behind.slice(0, lead)]);
  if (!old && tagged.length > 1) return undefined;
  const named = newName(behind.slice(lead < 0 && old ? behind.indexOf(old) + 1 : lead + 1));
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return undefined;
  const value =
    named.length === 1 && first.quote !== undefined ? first.quote : request.text.slice(first.start, last.end);
  const actions = rule.actions.map(action =>
    isTagging(action) && (!old || action.value.toLowerCase() === (old.quote ?? old.text).toLowerCase())
      ? { ...action, value }
      : action,
  );
  const noun = chunks[nounAt] as Chunk;
  const used = [
    noun,
    ...(old ? [old] : []),
    ...named,
    ...chunks.filter(chunk => NAMING.test(chunk.text) || has(chunk, 'off')),
  ];
  return {
    rules: [{ ...rule, actions }],
    used: [
      ...used,
      ...behind.slice(0, Math.max(0, lead + 1)).filter(chunk => has(chunk, 'be', 'setTo', 'tag', 'tagNoun', 'off')),
    ],
  };
};

const NAMING =
  /^(call|called|named|name|renamed?|heißen|heißt|nennen|nenne|appeler|appelle|llamar|llame|llama|chiamare|chiamalo|chamar|noem|noemen|heten|hedde|kald|kalde|kalla|heta)$/iu;

/** Where the words end that lead up to a name. */
const leadTo = (behind: readonly Chunk[]): number =>
  behind.findLastIndex(
    chunk =>
      chunk.quote === undefined &&
      (NAMING.test(chunk.text) || has(chunk, 'to', 'into', 'as', 'be', 'make', 'colon', 'them', 'then', 'setTo')),
  );

/** The last quote, else all that is left. */
function newName(rest: readonly Chunk[]): readonly Chunk[] {
  const quote = rest.findLast(chunk => chunk.quote !== undefined);
  if (quote) return [quote];
  const end = rest.findLastIndex(
    chunk => !isBound(chunk) && !has(chunk, 'instead', 'then', 'greeting', 'insteadOf', 'off'),
  );
  return rest.slice(0, end + 1);
}
