import { has, isBound, isField } from '../cursor';
import { bare, isForeign, isJoint, isKana, isName, isParticle } from './pieces';
import type { Chunk } from '../../grounding/link-words';

const TEXTS = ['contains', 'startsWith', 'endsWith'] as const;
const FAR = 8;

/** One piece of text as it is written, as if it stood in quotes. */
export function quoted(chunks: readonly Chunk[], text: string): Chunk | undefined {
  const [first, last] = [chunks[0], chunks.at(-1)];
  if (!first || !last) return undefined;
  const said = text.slice(first.start, last.end).trim();
  return {
    start: first.start,
    end: last.end,
    text: said,
    key: said.toLowerCase(),
    glued: first.glued,
    roles: [],
    fields: [],
    values: [],
    quote: said,
  };
}

/** Behind "包含" and the like: letters of other writing, else the words up to what goes on. */
function behind(chunks: readonly Chunk[], verb: number): number {
  let to = verb + 1;
  if (isForeign(chunks[to])) {
    do {
      const from = to;
      while (isForeign(chunks[to]) && (to === from || chunks[to]?.glued)) to++;
      // "包含Heart或Kids": one text more.
      const ended = isBound(chunks[to + 2]) || has(chunks[to + 2], 'of', 'noun', 'then', 'and', 'or', 'tag', 'add');
      if (!isJoint(chunks[to]) || !isForeign(chunks[to + 1]) || (isField(chunks[to + 1]) && !ended)) return to;
      to++;
    } while (to < verb + FAR);
    return to;
  }
  while (
    to < chunks.length &&
    to < verb + FAR &&
    !isBound(chunks[to]) &&
    !has(chunks[to], 'of', 'noun', 'then', 'and', 'or', 'where', 'if', 'but', 'add', 'tag', 'setTo', 'clear')
  )
    to++;
  return to;
}

/** "3.で始まる": the point belongs to the text. */
const isPoint = (chunks: readonly Chunk[], at: number, end: number): boolean =>
  at === end - 1 && chunks[at]?.key === '.' && chunks[at]?.glued === true && chunks[at - 1]?.number !== undefined;

/** Before "で始まる", "と書いてある", "开头": back to the particle or word that introduces the text. */
function before(chunks: readonly Chunk[], verb: number): readonly [from: number, to: number] {
  let to = verb;
  if (isParticle(chunks[to - 1], /^[とでをが]$/) || has(chunks[to - 1], 'as', 'with')) to--;
  let from = to;
  while (
    from > 0 &&
    from > to - FAR &&
    (!isBound(chunks[from - 1]) || isPoint(chunks, from - 1, to)) &&
    !isParticle(chunks[from - 1], /^[にがはをで]$/) &&
    !has(chunks[from - 1], 'with', 'in', 'noun', 'if') &&
    (isForeign(chunks[from - 1]) || !isField(chunks[from - 1]) || isName(chunks[from - 1]))
  )
    from--;
  // "版本还是2开头", "邮箱不是.com结尾": a verb of being leads to the text, or denies it.
  while (
    from < to - 1 &&
    has(chunks[from], 'be', 'notYet', 'not', 'neq') &&
    !isName(chunks[from]) &&
    !isForeign(chunks[from])
  )
    from++;
  return [from, to];
}

/** "HeartかKids": each of several texts by itself, with the words that join them. */
function textsOf(words: readonly Chunk[], text: string): readonly Chunk[] {
  const joints = words.flatMap((chunk, at) => (isJoint(chunk) && !chunk.number ? [at] : []));
  const parts = [-1, ...joints].map((joint, i) => words.slice(joint + 1, joints[i] ?? words.length));
  if (joints.length === 0 || parts.some(part => part.length === 0)) {
    const one = quoted(words, text);
    return one ? [one] : [];
  }
  return parts.flatMap((part, i) => {
    const one = quoted(part, text);
    return [...words.slice(joints[i - 1] ?? 0, i > 0 ? (joints[i - 1] ?? 0) + 1 : 0), ...(one ? [one] : [])];
  });
}

/** Texts to look for that stand without quotes: `备注里带visa的`, `S-10で始まる`. */
export function textsQuoted(
  chunks: readonly Chunk[],
  text: string,
  holdsSeveral: (field: string) => boolean,
): readonly Chunk[] {
  // "ラップトップが入っている": what a list holds is a value, no text.
  const isHeld = (words: readonly Chunk[]): boolean =>
    words.some(chunk => chunk.values.some(({ field: { type, name } }) => type === 'list' || holdsSeveral(name)));
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || verb.quote !== undefined || !has(verb, ...TEXTS) || isField(verb)) continue;
    const late = isKana(verb.text) || has(verb, 'startsWith', 'endsWith');
    if (late) {
      const [from, to] = before(ordered, at);
      const words = ordered.slice(from, to);
      // "保修期在下个月结束": what ends then is no text.
      if (words.some(chunk => chunk.date !== undefined && chunk.number === undefined)) {
        if (has(verb, 'endsWith')) ordered[at] = bare(verb, 'filler', 'toCome');
        continue;
      }
      // "日本語が含まれる": of a list the verb says no more than that the value stands there.
      if (isHeld(words) && has(verb, 'contains')) ordered[at] = { ...verb, roles: ['be'] };
      const texts =
        words.some(chunk => chunk.quote !== undefined || chunk.number?.unit) || isHeld(words)
          ? []
          : textsOf(words, text);
      if (texts.length === 0 || from === 0) continue;
      // "邮箱不是.com结尾": what denies the text says nothing else.
      const denial = has(ordered[from - 1], 'with') ? from - 2 : from - 1;
      const lead = ordered[denial];
      if (lead && has(lead, 'neq') && has(lead, 'not') && !isName(lead)) ordered[denial] = bare(lead, 'not');
      ordered.splice(from, to - from, ...texts);
      at -= to - from - texts.length;
    } else {
      const to = behind(ordered, at);
      const words = ordered.slice(at + 1, to);
      const texts = words.some(chunk => chunk.quote !== undefined) || isHeld(words) ? [] : textsOf(words, text);
      if (texts.length > 0 && at > 0) ordered.splice(at + 1, to - at - 1, ...texts);
    }
  }
  return ordered;
}
