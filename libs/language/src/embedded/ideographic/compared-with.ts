import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import { isKana, isName, isParticle, mark, moved } from './pieces';
import { isDateField } from '../../grounding/fields/date-field';
import type { Chunk } from '../../grounding/link-words';

/** How far the comparing word may stand behind what is compared. */
const FAR = 9;

const COMPARED = ['gt', 'gte', 'lt', 'lte', 'before', 'after'] as const;

const isCompared = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  isField(chunk) &&
  !isName(chunk) &&
  ['number', 'date', 'datetime'].includes(chunk.fields[0]?.field.type ?? '');

const isDay = ({ fields }: Chunk): boolean => fields[0] !== undefined && isDateField(fields[0].field);

/** What "高" and "低" say where two numbers are compared. */
function relationOf(chunk: Chunk | undefined): 'gt' | 'lt' | undefined {
  if (chunk?.quote !== undefined || isName(chunk)) return undefined;
  return has(chunk, 'vague') ? 'gt' : has(chunk, 'vagueSmall') ? 'lt' : undefined;
}

/** "注文日より納品日が新しい": a day that is more is an older one, which is before the other. */
const TURNED = { gt: 'lt', lt: 'gt' } as const;

/** "奖金比年薪的10%还高", "ボーナスより手当が高い": one field more, or less, than another. */
export function comparedWith(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const word = ordered[at];
    if (!word || !says(word, 'comparedWith')) continue;
    let own = at - 1;
    while (own > 0 && isParticle(ordered[own])) own--;
    const compared = ordered[own];
    if (!isCompared(compared)) continue;
    let end = at + 1;
    while (end < at + FAR && ordered[end] && !isBound(ordered[end]) && !relationOf(ordered[end])) end++;
    const more = relationOf(ordered[end]);
    const than = more && isDay(compared) ? TURNED[more] : more;
    const inner = ordered.slice(at + 1, end).filter(chunk => !isParticle(chunk, /^[がはもの]$/) || isField(chunk));
    const other = inner.findIndex(isCompared);
    // "比去年多100": by how much is another test.
    if (!than || other < 0 || ordered[end + 1]?.number || inner.some(chunk => has(chunk, ...COMPARED))) continue;
    const said = inner.filter((chunk, i) => i <= other || chunk.number !== undefined || has(chunk, 'of', 'half'));
    const behind = /\p{Script=Hiragana}/u.test(word.key);
    const made = behind
      ? [...said, mark(word, than, than), ...ordered.slice(own, own + 1)]
      : [...ordered.slice(own, own + 1), mark(word, than, than), ...said];
    ordered.splice(own, end + 1 - own, ...moved(made));
  }
  return ordered;
}

const isFraction = ({ number }: Chunk): boolean =>
  number !== undefined && !number.unit && number.value > 0 && number.value < 1;

const isShare = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  chunk.quote === undefined &&
  (isFraction(chunk) ||
    chunk.number?.unit?.base === '%' ||
    chunk.number?.unit?.base === 'x' ||
    has(chunk, 'half', 'third', 'fourth', 'twoThirds', 'threeQuarters', 'double', 'triple'));

/** "半分": half of it is 50 % of it. */
const inPercent = (share: Chunk): Chunk =>
  share.number && isFraction(share)
    ? {
        ...share,
        roles: [],
        number: { ...share.number, value: share.number.value * 100, unit: { base: '%', factor: 1 } },
      }
    : share;

/** What compares, before the share or behind it: "5%以下" is at most so much. */
const comparing = (chunk: Chunk | undefined): readonly Chunk[] =>
  chunk === undefined || chunk.number || isField(chunk)
    ? []
    : has(chunk, 'orMore')
      ? [mark(chunk, 'gte', 'gte')]
      : has(chunk, 'orLess')
        ? [mark(chunk, 'lte', 'lte')]
        : has(chunk, ...COMPARED)
          ? [chunk]
          : [];

/** "年薪的10%", "总额一半", "合計金額の1割を超える": how much of it goes before what it is a part of, where something is compared with it. */
export function sharesFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at + 1 < ordered.length; at++) {
    const whole = ordered[at];
    if (!isCompared(whole) || !ordered.slice(0, at).some(isCompared)) continue;
    const of = isParticle(ordered[at + 1], /^[的の]$/) ? 1 : 0;
    const before = isShare(ordered[at + 1 + of]) ? [] : comparing(ordered[at + 1 + of]);
    const place = at + 1 + of + before.length;
    const share = ordered[place];
    if (!isShare(share)) continue;
    const behind = before.length > 0 || has(ordered[at - 1], ...COMPARED) ? [] : comparing(ordered[place + 1]);
    const end = place + 1 + behind.length;
    const said = [...before, ...behind, inPercent(share), mark(share, 'of', 'of'), whole];
    ordered.splice(at, end - at, ...moved(said));
    at += said.length - 1;
  }
  return ordered;
}

/** "稼働時間が定格寿命を超えた": one field and another, and behind them what compares. */
export function fieldsCompared(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 2; at < ordered.length; at++) {
    const [verb, other] = [ordered[at], ordered[at - 1]];
    const own = isParticle(ordered[at - 2], /^[がはも]$/) ? at - 3 : at - 2;
    if (!verb || !isKana(verb.text) || isField(verb) || !has(verb, ...COMPARED) || !isCompared(other)) continue;
    const next = ordered[at + 1];
    if (!isCompared(ordered[own]) || next?.number || next?.date || next?.duration) continue;
    ordered.splice(at - 1, 2, ...moved([verb, other]));
  }
  return ordered;
}

/** "当前温度离上限不到5度": how far the one is from the other. */
export function distancesSaid(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at + 2 < ordered.length; at++) {
    const word = ordered[at];
    const [own, other] = [ordered[at - 1], ordered[at + 1]];
    if (!word || !says(word, 'awayFrom') || !isCompared(own) || !isCompared(other)) continue;
    let than = at + 2;
    while (
      than < at + 6 &&
      has(ordered[than], 'filler', 'be', 'have', 'only', 'notYet') &&
      !has(ordered[than], ...COMPARED)
    )
      than++;
    if (!has(ordered[than], ...COMPARED) || !ordered[than + 1]?.number || other.fields[0]?.field.type !== 'number')
      continue;
    ordered.splice(at - 1, than + 1 - at, ...moved([other, mark(word, 'minus', 'minus'), own]));
  }
  return ordered;
}

/** "50多小时", "三年多": more than was said, where no word compares. */
export function moreThanSaid(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.flatMap((chunk, at) => {
    const more = chunk.quote === undefined && (chunk.number?.more ?? chunk.duration?.more) === true;
    const compared =
      has(chunks[at - 1], ...COMPARED, 'between') || has(chunks[at + 1], ...COMPARED, 'orMore', 'orLess');
    return more && !compared ? [mark(chunk, 'gt', 'gt'), chunk] : [chunk];
  });
}
