import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import { bare, bracketed, isJoint, isKana, isName, isParticle, mark, moved } from './pieces';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

const isDenial = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  chunk.quote === undefined &&
  has(chunk, 'not', 'neq') &&
  !has(chunk, 'empty', 'without', 'except', 'notBut') &&
  isKana(chunk.text);

/** "AでもBでもない": neither A nor B. */
export function neitherFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 3; at < ordered.length; at++) {
    const denial = ordered[at];
    if (!isDenial(denial)) continue;
    const names: number[] = [];
    let from = at;
    // "ドイツにも日本にも住んでいない": the verb says no more than where.
    const verb = isDwelling(ordered[at - 1]) || isServing(ordered[at - 1]) ? 1 : 0;
    for (let next = at - 1 - verb; next >= 0;) {
      let particle = next;
      while (isParticle(ordered[particle], /^(?:[もでに]|でも|にも)$/)) particle--;
      if (!ordered.slice(particle + 1, next + 1).some(one => isParticle(one, /^(?:[もで]|でも|にも)$/))) break;
      if (has(ordered[particle], 'filler') && !isName(ordered[particle])) particle--;
      if (!isName(ordered[particle])) break;
      names.unshift(particle);
      from = particle;
      next = particle - 1;
      if (has(ordered[next], 'comma')) next--;
    }
    if (names.length < 2) continue;
    const said = names.flatMap((name, i) => {
      const chunk = ordered[name];
      return chunk ? [...(i > 0 ? [mark(chunk, 'or', 'or')] : []), chunk] : [];
    });
    const particle = isParticle(ordered[from - 1], /^[がはの]$/) ? 1 : 0;
    const owner = isField(ordered[from - 1 - particle]) ? from - 1 - particle : from;
    const all = [...ordered.slice(owner, from), ...said];
    ordered.splice(owner, at - owner + 1, bare(denial, 'not'), ...bracketed(all));
  }
  return ordered;
}

/** "エラーがない": of what is counted there is none, where no number is missing. */
export function countsLacking(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const [field, lacking] = [ordered[at - 1], ordered[at]];
    if (!field || !lacking || lacking.quote !== undefined || !has(lacking, 'empty') || !isKana(lacking.text)) continue;
    const counted = !isName(field) && isField(field) && field.fields[0]?.field.type === 'number';
    if (counted && says(lacking, 'isLacking')) ordered.splice(at - 1, 2, ...moved([bare(lacking, 'without'), field]));
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
    return between && again && /^も/.test(chunks[next + 1]?.key ?? '') ? bare(chunk, 'and') : chunk;
  });
}

/** "まだ未払い": what is not yet so is denied once; "届いたがまだ支払われていない": by the verb, where one follows. */
export function yetOnce(all: readonly Chunk[]): readonly Chunk[] {
  const chunks = all.map((chunk, at) => {
    if (!isDenial(chunk) || !has(chunk, 'notYet')) return chunk;
    const behind = all.slice(at + 1, at + 4);
    const later = behind.find(next => isBound(next) || (isDenial(next) && !has(next, 'notYet')));
    const again = behind.some(
      ({ fields: [link] }) => link !== undefined && link.field === all[at - 1]?.fields[0]?.field,
    );
    return later && !isBound(later) && !again ? bare(chunk, 'but') : chunk;
  });
  return chunks.map(stillSo).filter(
    (chunk, at) =>
      // "一度も研修を受けたことがない": what never was is missing, and that is said once.
      !has(chunk, 'notYet', 'never') ||
      has(chunk, 'not') ||
      isName(chunk) ||
      !chunks
        .slice(at + 1, at + (has(chunk, 'never') ? 6 : 4))
        .some(next => next.opposite === true || has(next, 'empty')),
  );
}

/** "まだネットワーク内の施設": with no denial behind it, it is still so. */
function stillSo(chunk: Chunk, at: number, chunks: readonly Chunk[]): Chunk {
  if (!has(chunk, 'notYet') || has(chunk, 'not', 'without') || isName(chunk) || !isKana(chunk.text)) return chunk;
  const rest = chunks.slice(at + 1);
  const end = rest.findIndex(next => isBound(next) || has(next, 'noun'));
  const denied = rest
    .slice(0, end < 0 ? undefined : end + 1)
    .some(next => next.opposite === true || has(next, 'not', 'neq', 'without', 'empty', 'notYet', 'toCome'));
  return denied ? chunk : bare(chunk, 'filler');
}

/** "未払いの注文", "クーポンの無い注文": the noun behind a denial is the records, and nothing of theirs that is denied. */
export function recordsBehind(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (!has(chunk, 'noun') || chunk.fields.length === 0 || chunk.quote !== undefined) return chunk;
    const before = chunks[has(chunks[at - 1], 'of', 'in') && !isName(chunks[at - 1]) ? at - 2 : at - 1];
    const japanese = chunks.slice(Math.max(0, at - 2), at).some(({ text }) => isKana(text));
    return japanese && has(before, 'not', 'notYet', 'empty', 'without') ? { ...chunk, fields: [] } : chunk;
  });
}

const TEXTS = ['contains', 'startsWith', 'endsWith', 'matches'] as const;

/** What a denial may be about where it stands behind it. */
const isDenied = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (isName(chunk) || isField(chunk) || has(chunk, 'have', 'expired', ...TEXTS));

const isMissable = (chunk: Chunk): boolean =>
  !isName(chunk) && (chunk.fields[0]?.score ?? 0) >= 0.6 && chunk.fields[0]?.field.type !== 'boolean';

/** "に住んで": a verb that says no more than where. */
const isDwelling = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'in') && /^\p{Script=Hiragana}*\p{Script=Han}\p{Script=Hiragana}*んで$/u.test(chunk?.key ?? '');

/** "新患を受けていない": what is not taken is no yes/no field left empty. */
function isUnserved(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  const place = isParticle(chunks[at - 1]) ? at - 2 : at - 1;
  const before = chunks[place];
  if (!has(chunk, 'empty') || chunk?.quote !== undefined || !/な[いくし]/.test(chunk?.key ?? '')) return false;
  // "2年以上研修を受けていない": not for so long, and no day that is missing.
  const link = before?.fields[0];
  const valued = isName(before) ? (before?.values[0]?.score ?? 1) : 0.5;
  if (isDay(before)) return durationBefore(chunks, place) !== undefined;
  return link?.field.type === 'boolean' && link.score > valued;
}

/** "に対応していない": a noun of doing that says no more than that it is so. */
const isServing = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'filler') && !isName(chunk) && /^\p{Script=Han}{2}$/u.test(chunk?.key ?? '');

/** "リモート勤務でない", "まだ支払われていない", "1年以上ログインしていない": the denial before what is denied. */
export function denialsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = chunks.map((chunk, at) => (isUnserved(chunks, at) ? bare(chunk, 'not') : chunk));
  for (let at = 1; at < ordered.length; at++) {
    const denial = ordered[at];
    if (!isDenial(denial) || has(denial, 'filler')) continue;
    let what = at - 1;
    while (
      what > 0 &&
      what > at - 4 &&
      (isParticle(ordered[what], /^(?:[をがではもに]|て|して|し|って)$/) ||
        isDwelling(ordered[what]) ||
        isServing(ordered[what])) &&
      !isDenied(ordered[what])
    )
      what--;
    // "10桁でない": the number, and what it counts.
    const counted = has(ordered[what], 'characters') && ordered[what - 1]?.number !== undefined;
    what = counted ? what - 1 : textVerbBefore(ordered, what);
    const said = ordered[what];
    // "メールも電話もない": it is not there.
    if (says(denial, 'isLacking') && said && isMissable(said)) {
      ordered[at] = bare(denial, 'empty');
      continue;
    }
    if (!said || !(counted || isDenied(said)) || isBound(said) || has(ordered[what - 1], 'not')) continue;
    let from = what;
    // "1年以上…していない", "まだ…していない": how long belongs to the denial.
    const since = durationBefore(ordered, what);
    const yet = ordered.slice(Math.max(0, what - 3), what).findLastIndex(chunk => has(chunk, 'notYet'));
    if (yet >= 0) from = Math.max(0, what - 3) + yet;
    if (since !== undefined) from = Math.min(from, since);
    from = sameFieldBefore(ordered, from, said);
    const span = ordered
      .slice(since ?? what, what)
      .filter(
        chunk => !has(chunk, 'notYet', 'orMore', 'never') && (chunk.duration !== undefined || !isParticle(chunk)),
      );
    const never = ordered.slice(from, what).find(chunk => has(chunk, 'never'));
    const texts = counted || has(said, 'have', ...TEXTS);
    const moves: readonly Chunk[] = texts
      ? [
          bare(denial, 'not'),
          ...ordered
            .slice(what, at)
            .filter(chunk => !isParticle(chunk))
            .map(eitherOf),
          ...span,
        ]
      : span.some(chunk => chunk.duration)
        ? longAgo(said, span, 'gte')
        : [bare(denial, never ? 'never' : 'not'), ...span, said];
    ordered.splice(from, at - from + 1, ...moved(moves));
  }
  return ordered;
}

/** "「.com」で終わらない", "AかBを含まない": the verb, that went before its texts, is what is denied. */
function textVerbBefore(chunks: readonly Chunk[], at: number): number {
  let verb = at;
  while (chunks[verb]?.quote !== undefined || (verb < at && isJoint(chunks[verb]))) verb--;
  return verb < at && has(chunks[verb], ...TEXTS) ? verb : at;
}

/** "AやBを含まない": neither of them. */
const eitherOf = (chunk: Chunk): Chunk => (has(chunk, 'and') && !isName(chunk) ? bare(chunk, 'or') : chunk);

/** What has not happened for so long happened longer ago. */
function longAgo(said: Chunk, span: readonly Chunk[], than: 'gt' | 'gte', denied = true): readonly Chunk[] {
  const length = span.find(chunk => chunk.duration !== undefined);
  if (!length?.duration) return [said, ...span];
  const point = { offset: `-${length.duration.iso}` };
  const date = { start: point, end: point, grain: 'day', to: 0 } as const;
  return [said, mark(length, than, than), { ...(denied ? bare(length, 'notYet') : bare(length)), date }];
}

/** "超过半年没来过", "三个月以上没有登录": how long not, behind what did not happen. */
export function durationsBehind(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const denial = ordered[at];
    const said = ordered[at + 1];
    const happened = said?.fields.some(({ field, score }) => score >= 0.6 && isDateField(field)) ?? false;
    if (!denial || !said || !happened || !has(denial, 'not', 'without', 'notYet', 'never')) continue;
    let span = at - 1;
    while (
      span > at - 4 &&
      span > 0 &&
      !ordered[span]?.duration &&
      has(ordered[span], 'orMore', 'filler', 'be', 'lastBehind')
    )
      span--;
    const length = ordered[span];
    if (!length?.duration || length.date) continue;
    const compared = has(ordered[span - 1], 'gt', 'gte') ? span - 1 : span;
    // "下单后超过60天仍未交货": so long after another day.
    if (has(ordered[compared - 1], 'after') && isDay(ordered[compared - 2])) continue;
    const than = has(ordered[compared], 'gt') && compared < span ? 'gt' : 'gte';
    ordered.splice(compared, at + 2 - compared, ...moved(longAgo(said, [length], than)));
  }
  return ordered;
}

/** "学費を払っていない": the field and the verb that goes with it are one. */
function sameFieldBefore(chunks: readonly Chunk[], at: number, said: Chunk): number {
  let from = at - 1;
  while (from > at - 3 && isParticle(chunks[from], /^[をがはも]$/)) from--;
  const field = chunks[from]?.fields[0]?.field;
  return field && field === said.fields[0]?.field && !isName(chunks[from]) ? from : at;
}

const isDay = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk?.fields[0] !== undefined && !isName(chunk) && isDateField(chunk.fields[0].field);

/** "最終点検日から1年以上", "上次维护超过一年": how long ago a date is. */
export function agesDated(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at + 1 < ordered.length; at++) {
    const field = ordered[at];
    if (!isDay(field)) continue;
    let next = at + 1;
    const from = isParticle(ordered[next], /^から$/);
    while (
      next < at + 4 &&
      !ordered[next]?.duration &&
      (has(ordered[next], 'be', 'filler', 'since', 'from', 'after') || isParticle(ordered[next])) &&
      !has(ordered[next], 'gt', 'gte', 'lt')
    )
      next++;
    const compared = has(ordered[next], 'gt', 'gte') ? ordered[next] : undefined;
    const span = ordered[compared ? next + 1 : next];
    const behind = compared ? undefined : ordered[next + 1];
    if (!span?.duration || span.date || !(compared ?? (from && has(behind, 'orMore', 'gt')))) continue;
    const than = has(compared ?? behind, 'gt') && !has(behind, 'orMore') ? 'gt' : 'gte';
    ordered.splice(at, next + 2 - at, ...longAgo(field, [span], than, false));
  }
  return ordered;
}

function durationBefore(chunks: readonly Chunk[], at: number): number | undefined {
  let from = at - 1;
  while (
    from >= 0 &&
    from > at - 4 &&
    (has(chunks[from], 'orMore', 'filler', 'notYet') || isParticle(chunks[from])) &&
    !chunks[from]?.duration
  )
    from--;
  return chunks[from]?.duration && !chunks[from]?.date ? from : undefined;
}
