import { endsClause, has, isBound, isField } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** How a word is linked that was put together again. */
export type LinkWord = (word: string) => Chunk | undefined;

/** What verbs are taken apart by: the first parts of `anfangen`, `ablopen`, `uitgaan`. */
const PARTICLES = new Set(
  (
    'ab an auf aus bei durch ein fest her heraus hin hinzu los mit nach raus um vor weg weiter zu zurück ' +
    'aan achter af bij door in mee na om op over terug toe tegen uit voort voor'
  ).split(' '),
);
const FARTHEST = 12;

/** "mit 2. an": a dot behind figures, with the clause going on, ends no sentence. */
const goesOn = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'stop') &&
  chunks[at]?.glued === true &&
  chunks[at - 1]?.number !== undefined &&
  /^\p{Ll}/u.test(chunks[at + 1]?.text ?? '');

/** Where the particle stands that closes the clause of the verb at `at`. */
function particleOf(chunks: readonly Chunk[], at: number): number | undefined {
  for (let next = at + 1; next < chunks.length && next <= at + FARTHEST; next++) {
    const chunk = chunks[next];
    if (!chunk || (isBound(chunk) && !goesOn(chunks, next))) return undefined;
    if (chunk.quote === undefined && PARTICLES.has(chunk.key) && endsClause(chunks[next + 1])) return next;
  }
  return undefined;
}

/**
 * "Firmware fängt mit 2 an", "loopt de garantie volgende maand af": a verb in two is put together where its clause ends,
 * as it stands in clauses that another leads ("die mit 2 anfängt").
 */
export function verbsTogether(chunks: readonly Chunk[], link: LinkWord): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || verb.quote !== undefined || verb.number || !/^\p{L}{3,}$/u.test(verb.key)) continue;
    // What is to be done is read with its particle as it stands ("voeg … toe").
    if (isField(verb) || verb.values.length > 0 || verb.date || verb.duration) continue;
    if (has(verb, 'det', 'noun', 'add', 'remove', 'setTo', 'tag', 'clear', 'fill', 'give', 'to', 'into', 'from'))
      continue;
    const end = particleOf(ordered, at);
    const particle = end === undefined ? undefined : ordered[end];
    if (end === undefined || !particle) continue;
    const whole = link(particle.key + verb.key);
    const named =
      has(whole, 'startsWith', 'endsWith', 'contains', 'expired') ||
      says(whole, 'comesToEnd') ||
      (whole?.fields[0]?.score ?? 0) >= 0.3;
    if (!whole || whole.typo || !named) continue;
    const { start } = verb;
    ordered.splice(end, 1, { ...whole, start, end: particle.end, text: `${particle.text}${verb.text}`, glued: false });
    ordered.splice(at, 1);
  }
  return ordered;
}
