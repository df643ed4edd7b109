import { has, isSmall } from '../../cursor';
import { says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** So far before a name stands what helps the verb behind it: "soll bei allen der Tag X gesetzt werden". */
const NEAR = 4;

const isApart = (chunk: Chunk | undefined): boolean => isSmall(chunk) && chunk?.glued === false;

const helps = (chunk: Chunk | undefined): boolean =>
  isApart(chunk) && has(chunk, 'give', 'may') && !says(chunk, 'neededAtEnd');

const isDeed = (chunk: Chunk | undefined): boolean =>
  isApart(chunk) && (has(chunk, 'add', 'setTo', 'tag') || says(chunk, 'brought', 'putsOn'));

/** "hänge allen Kunden den Tag X | an", "weise … zu": the end of a verb of giving, which opened its clause. */
function closesGiving(chunks: readonly Chunk[], from: number, at: number): boolean {
  if (!isApart(chunks[at]) || !says(chunks[at], 'addParticle')) return false;
  for (let verb = from - 1; verb >= 0 && !has(chunks[verb], 'stop', 'colon', 'arrow'); verb--)
    if (has(chunks[verb], 'add') && chunks[verb]?.quote === undefined) return true;
  return false;
}

/**
 * Where what is done with a tag begins that was named before its verb: "der Tag X | gesetzt werden", "mit X | zu taggen",
 * "de tag X | te worden toegevoegd", "tagget X | sættes på". A verb alone may be the end of a name ("Adresse ergänzen"),
 * with its helper or its mark it is none.
 */
export function deedBehind(chunks: readonly Chunk[], from: number, to: number): number | undefined {
  const helped = chunks.slice(Math.max(0, from - NEAR), from).some(helps);
  if (to - 1 > from && closesGiving(chunks, from, to - 1)) return to - 1;
  let at = to;
  // "worden | toegevoegd": the verb may have ended the name already.
  let verbs = isDeed(chunks[to]) && !says(chunks[to], 'addParticle') ? 1 : 0;
  let marks = 0;
  while (at - 1 > from) {
    const chunk = chunks[at - 1];
    const particle = at === to && isApart(chunk) && has(chunk, 'on', 'off', 'add') && isDeed(chunks[at - 2]);
    if (isDeed(chunk) && !particle && verbs === 0) verbs++;
    else if (isApart(chunk) && says(chunk, 'infinitiveMark')) marks++;
    else if (helps(chunk)) marks++;
    else if (at === to && helped && isApart(chunk) && says(chunk, 'landsOn')) verbs++;
    else if (!particle) break;
    at--;
  }
  return verbs > 0 && marks + (helped ? 1 : 0) > 0 && at < to ? at : undefined;
}
