import type { JsonLogic } from '../../model/json';
import { PERIODS } from '../../model/today';
import type { DayWords } from '../lexicon';
import { DAY_UNITS } from '../say-day';
import { type Found, type Page, pattern, type Ways } from './page';

/** One way a language says a day; what its groups hold is a distance. */
interface DayPattern {
  readonly sticky: RegExp;
  readonly logic: (distance: string) => JsonLogic;
}

const patterns = new WeakMap<DayWords, readonly DayPattern[]>();

/** Today, a day a way from it, or the start of a period: what `sayDay` says. */
export function readDay(page: Page, at: number): Ways<JsonLogic> {
  const words = page.saying.lexicon.days;
  let known = patterns.get(words);
  if (!known) patterns.set(words, (known = patternsOf(words)));
  return known.flatMap(({ sticky, logic }): Ways<JsonLogic> => {
    const found = pattern(page, at, sticky);
    const distance = found && distanceOf(found);
    return found && distance !== undefined ? [{ value: logic(distance), end: found.end }] : [];
  });
}

function patternsOf(words: DayWords): readonly DayPattern[] {
  const units = DAY_UNITS.map(unit => {
    const [one, many] = words.units[unit].map(text => literal(text).replace('#', '(\\d{1,6})'));
    return `(?:(?:${literal(words.and)})?(?:${many}|${one}))?`;
  });
  const distance = units.join('');
  const away = (text: string, frame = '…'): RegExp =>
    new RegExp(literal(frame).replace('…', literal(text)).replace('…', distance), 'y');
  const plain = (text: string): RegExp => new RegExp(literal(text), 'y');
  const found: DayPattern[] = [
    { sticky: plain(words.today), logic: () => ({ today: [] }) },
    { sticky: away(words.ago), logic: length => ({ today: [`-P${length}`] }) },
    { sticky: away(words.ahead), logic: length => ({ today: [`P${length}`] }) },
  ];
  for (const period of PERIODS) {
    const [current, last, next, far] = words.periods[period];
    const step = { week: '1W', month: '1M', quarter: '3M', year: '1Y' }[period];
    const start = (text: string): string => words.start.replace('…', text);
    found.push(
      { sticky: plain(start(current)), logic: () => ({ today: ['P0D', period] }) },
      { sticky: plain(start(last)), logic: () => ({ today: [`-P${step}`, period] }) },
      { sticky: plain(start(next)), logic: () => ({ today: [`P${step}`, period] }) },
      { sticky: away(words.ago, start(far)), logic: length => ({ today: [`-P${length}`, period] }) },
      { sticky: away(words.ahead, start(far)), logic: length => ({ today: [`P${length}`, period] }) },
    );
  }
  return found;
}

/** `1Y2M3W4D` of what the groups hold; nothing where they hold nothing though they could. */
function distanceOf({ value }: Found<RegExpExecArray>): string | undefined {
  const groups = value.slice(1);
  if (groups.length === 0) return '';
  const letters = ['Y', 'M', 'W', 'D'];
  const length = letters
    .map((letter, i) => {
      const count = groups[2 * i] ?? groups[2 * i + 1];
      return count === undefined ? '' : `${Number(count)}${letter}`;
    })
    .join('');
  return length === '' ? undefined : length;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
