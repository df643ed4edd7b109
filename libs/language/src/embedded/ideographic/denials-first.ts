import { has, isBound, isField } from '../cursor';
import { bare, isKana, isName, isParticle, mark, moved } from './pieces';
import type { Chunk } from '../../grounding/link-words';

const isDenial = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  chunk.quote === undefined &&
  has(chunk, 'not', 'neq') &&
  !has(chunk, 'empty', 'without', 'except') &&
  isKana(chunk.text);

/** "AでもBでもない": neither A nor B. */
export function neitherFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 3; at < ordered.length; at++) {
    const denial = ordered[at];
    if (!isDenial(denial)) continue;
    const names: number[] = [];
    let from = at;
    for (let next = at - 1; next >= 0; ) {
      let particle = next;
      while (isParticle(ordered[particle], /^(?:[もで]|でも)$/)) particle--;
      if (particle === next || !isName(ordered[particle])) break;
      names.unshift(particle);
      from = particle;
      next = particle - 1;
      if (has(ordered[next], 'comma')) next--;
    }
    if (names.length < 2) continue;
    const said = names.flatMap((name, i) => {
      const chunk = ordered[name];
      return chunk ? [bare(denial, i === 0 ? 'neither' : 'nor'), chunk] : [];
    });
    ordered.splice(from, at - from + 1, ...moved(said));
  }
  return ordered;
}

/** "メールも電話も": each of them. */
export function bothJoined(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    const between = isParticle(chunk, /^も$/) && (isField(chunks[at - 1]) || isName(chunks[at - 1]));
    let next = at + 1;
    while (has(chunks[next], 'comma')) next++;
    const again = isField(chunks[next]) || isName(chunks[next]);
    return between && again && isParticle(chunks[next + 1], /^も$/) ? bare(chunk, 'and') : chunk;
  });
}

/** "まだ未払い": what is not yet so is denied once. */
export function yetOnce(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.filter(
    (chunk, at) =>
      !has(chunk, 'notYet') ||
      has(chunk, 'not') ||
      !chunks.slice(at + 1, at + 4).some(next => next.opposite === true || has(next, 'empty')),
  );
}

/** What a denial may be about where it stands behind it. */
const isDenied = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (isName(chunk) || isField(chunk) || has(chunk, 'have', 'contains', 'startsWith', 'endsWith', 'matches', 'expired'));

/** "リモート勤務でない", "まだ支払われていない", "1年以上ログインしていない": the denial before what is denied. */
export function denialsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const denial = ordered[at];
    if (!isDenial(denial) || has(denial, 'filler')) continue;
    let what = at - 1;
    while (what > 0 && what > at - 3 && isParticle(ordered[what], /^(?:[をがではもに]|て|して|し|って)$/) && !isDenied(ordered[what])) what--;
    const said = ordered[what];
    if (!said || !isDenied(said) || isBound(said) || has(ordered[what - 1], 'not')) continue;
    let from = what;
    // "1年以上…していない", "まだ…していない": how long belongs to the denial.
    const since = durationBefore(ordered, what);
    const yet = ordered.slice(Math.max(0, what - 3), what).findLastIndex(chunk => has(chunk, 'notYet'));
    if (yet >= 0) from = Math.max(0, what - 3) + yet;
    if (since !== undefined) from = Math.min(from, since);
    const span = ordered
      .slice(from, what)
      .filter(chunk => !has(chunk, 'notYet', 'orMore', 'never') && (chunk.duration !== undefined || !isParticle(chunk)));
    const never = ordered.slice(from, what).find(chunk => has(chunk, 'never'));
    const texts = has(said, 'have', 'contains', 'startsWith', 'endsWith');
    const moves: readonly Chunk[] = texts
      ? [bare(denial, 'not'), said, ...span]
      : span.some(chunk => chunk.duration)
        ? [bare(denial, 'not'), said, mark(denial, 'for', 'for'), mark(denial, 'gte', 'at least'), ...span]
        : [bare(denial, never ? 'never' : 'not'), ...span, said];
    ordered.splice(from, at - from + 1, ...moved(moves));
  }
  return ordered;
}

function durationBefore(chunks: readonly Chunk[], at: number): number | undefined {
  let from = at - 1;
  while (from >= 0 && from > at - 4 && (has(chunks[from], 'orMore', 'filler', 'notYet') || isParticle(chunks[from])) && !chunks[from]?.duration)
    from--;
  return chunks[from]?.duration && !chunks[from]?.date ? from : undefined;
}
