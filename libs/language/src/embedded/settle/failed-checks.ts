import { has } from '../cursor';
import { closesSaying, mentions, says } from '../saying';
import { fieldSays } from '../../grounding/fields/field-senses';
import type { Chunk } from '../../grounding/link-words';

/** A score that a field named without the word for passing still has. */
const NAMED = 0.7;

/** A score that a field called just so has. */
const CALLED = 0.9;

/** A yes/no field that tells whether something was passed: "Safety check passed". */
const isCheck = (chunk: Chunk | undefined): boolean => {
  const [named] = chunk?.quote === undefined ? (chunk?.fields ?? []) : [];
  return named?.field.type === 'boolean' && named.score >= NAMED && fieldSays(named.field, 'passing');
};

/** What records hold of something that failed is "Down", unless they hold the very word. */
const fails = (chunk: Chunk | undefined): boolean =>
  says(chunk, 'failing') &&
  chunk?.quote === undefined &&
  chunk?.values.every(({ via }) => via === 'word') === true &&
  (chunk.fields[0]?.score ?? 0) < CALLED;

/** Where the field stands that "failed" is said of from here on, and whether it has an article: "and the" is one word here. */
function objectAt(chunks: readonly Chunk[], from: number): { readonly at: number; readonly led: boolean } {
  const at = has(chunks[from], 'both') ? from + 1 : from;
  const led = has(chunks[at], 'det', 'of', 'in', 'to') && !isCheck(chunks[at]);
  return { at: led ? at + 1 : at, led: led || closesSaying(chunks[from - 1], 'article') };
}

/**
 * The checks that one "failed" is said of: "failed the safety check or the background check". Where one of the fields
 * that are joined so is none that somebody passes ("… or the safety training"), it cannot be told what failed there.
 */
function failedFrom(chunks: readonly Chunk[], verb: number): readonly number[] {
  const first = objectAt(chunks, verb + 1);
  if (!isCheck(chunks[first.at])) return [];
  const checks = [first.at];
  for (let at = first.at + 1; ; at = (checks.at(-1) ?? at) + 1) {
    const joint = has(chunks[at], 'comma') ? at + 1 : at;
    const joined = has(chunks[joint], 'or', 'and', 'nor', 'added');
    if (!joined && joint === at) return checks;
    const next = objectAt(chunks, joined ? joint + 1 : joint);
    const named = chunks[next.at];
    const own = mentions(named, 'passing') || fails(chunks[next.at + 1]) || has(chunks[next.at + 1], 'be', 'have');
    if (own || next.led !== first.led || (named?.fields[0]?.score ?? 0) < NAMED) return checks;
    if (isCheck(named)) checks.push(next.at);
    else return named?.fields[0]?.field.type === 'boolean' ? [] : checks;
  }
}

/** "the safety check or the background check failed": the verb behind the last of them is said of all. */
function carryBack(read: Chunk[]): void {
  const joint = has(read.at(-1), 'det') ? read.length - 2 : read.length - 1;
  const before = read[joint - 1];
  if (!has(read[joint], 'or', 'and', 'added')) return;
  if (before?.opposite === undefined && isCheck(before) && !mentions(before, 'passing'))
    read[joint - 1] = { ...(before as Chunk), opposite: true };
}

/** "failed the safety check", "safety check failed": of a field that tells who passed, the opposite. */
export function withFailedChecks(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(fails)) return chunks;
  const read: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const [check, ...more] = fails(chunk) ? failedFrom(chunks, at) : [];
    if (check !== undefined) {
      const first = chunks[check] as Chunk;
      read.push({
        ...first,
        start: chunk.start,
        text: `${chunk.text} ${first.text}`,
        glued: chunk.glued,
        opposite: true,
      });
      for (at = check; at < (more.at(-1) ?? check); at++) {
        const next = chunks[at + 1] as Chunk;
        read.push(more.includes(at + 1) ? { ...next, opposite: true } : next);
      }
    } else if (isCheck(chunk) && fails(chunks[at + 1])) {
      const verb = chunks[at + 1] as Chunk;
      carryBack(read);
      read.push({ ...chunk, end: verb.end, text: `${chunk.text} ${verb.text}`, opposite: true });
      at++;
    } else read.push(chunk);
  }
  return read;
}
