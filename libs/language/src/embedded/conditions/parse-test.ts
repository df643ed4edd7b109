import { parseAge } from './dates/ages';
import { parseBareComparison, parseNumberFirst, parseSeveral } from './numbers/bare-comparison';
import { parseBeforeNumber } from './numbers/before-number';
import { parseChained } from './numbers/chained-comparison';
import { isBound } from '../cursor';
import { parseComparedAgain } from './values/compared-again';
import { parseComputed } from './numbers/computed-tests';
import { parseDateFirst } from './dates/date-first';
import { parseDateOfRecords } from './dates/date-of-records';
import { parseDeedDate } from './dates/deed-date';
import { spend } from '../meaning/effort';
import { parseElliptic, parseExpired, parsePartOf } from './elliptic';
import { parseEndingDate } from './dates/ending-dates';
import { parseContent, parseLeft } from './presence/existence';
import { parseFieldFirst } from './field-first';
import { parseFree, parseSign, parseSomeAmount } from './numbers/free-and-negative';
import { parseGrowth } from './numbers/growth';
import { parseHaving } from './presence/having';
import { parseHeldAlike } from './values/held-alike';
import { parseLateDeed } from './dates/late-deeds';
import { parseListCount } from './numbers/list-counts';
import { parseOpenEnded } from './dates/open-ended';
import { parseMissingBehind } from './presence/missing-behind';
import { parseNamed } from './parse-named';
import { parseNamedLength } from './texts/named-lengths';
import { parsePartIn } from './texts/part-in';
import { onlyOnce, type Parsed, type ParseState } from './parse-state';
import { parseReduced } from './numbers/reduced';
import { parseQuota } from './numbers/quota-tests';
import { parseTagged } from './values/tagged';
import { parseTenure } from './dates/tenure';
import { parseTurning } from './dates/turning-ages';
import { parseUsedUp } from './numbers/used-up';
import { parseValues } from './values/value-list';
import { parseWorkingTime } from './numbers/working-time';

/** One thing said about records, starting at this chunk; `undefined` where none starts here. */
export function parseTest(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const chunk = state.chunks[at];
  if (!chunk || isBound(chunk)) return undefined;
  return onlyOnce(state, `test ${at} ${negated}`, () => attemptsAt(state, at, negated));
}

/** What may be said, in the order it is tried. */
const ATTEMPTS: readonly ((state: ParseState, at: number, negated: boolean) => Parsed | undefined)[] = [
  parseTurning,
  parseTenure,
  parseAge,
  parseLateDeed,
  parseWorkingTime,
  parseOpenEnded,
  parseHeldAlike,
  parsePartIn,
  parseContent,
  parseChained,
  parseNamedLength,
  parseLeft,
  parseListCount,
  parseComparedAgain,
  parseGrowth,
  parseUsedUp,
  parseQuota,
  parseComputed,
  parseTagged,
  parseNamed,
  parseFree,
  parseReduced,
  parseSign,
  parseSomeAmount,
  parseExpired,
  parseMissingBehind,
  parseHaving,
  parsePartOf,
  parseBeforeNumber,
  parseDateFirst,
  parseDateOfRecords,
  parseEndingDate,
  parseDeedDate,
  parseBareComparison,
  parseNumberFirst,
  parseSeveral,
  parseFieldFirst,
  parseValues,
  parseElliptic,
];

function attemptsAt(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  if (!spend(state.effort)) return undefined;
  for (const attempt of ATTEMPTS) {
    const parsed = attempt(state, at, negated);
    if (parsed) return parsed;
  }
  return undefined;
}
