import { parseAge } from './ages';
import { parseBareComparison, parseNumberFirst, parseSeveral } from './bare-comparison';
import { parseBeforeNumber } from './before-number';
import { parseChained } from './chained-comparison';
import { isBound } from '../cursor';
import { parseComparedAgain } from './compared-again';
import { parseComputed } from './computed-tests';
import { parseDateFirst } from './date-first';
import { parseDateOfRecords } from './date-of-records';
import { parseDeedDate } from './deed-date';
import { spend } from '../effort';
import { parseElliptic, parseExpired, parsePartOf } from './elliptic';
import { parseEndingDate } from './ending-dates';
import { parseContent, parseLeft } from './existence';
import { parseFieldFirst } from './field-first';
import { parseFree, parseSign, parseSomeAmount } from './free-and-negative';
import { parseGrowth } from './growth';
import { parseHaving } from './having';
import { parseHeldAlike } from './held-alike';
import { parseLateDeed } from './late-deeds';
import { parseListCount } from './list-counts';
import { parseOpenEnded } from './open-ended';
import { parseMissingBehind } from './missing-behind';
import { parseNamed } from './parse-named';
import { parseNamedLength } from './named-lengths';
import { parsePartIn } from './part-in';
import { onlyOnce, type Parsed, type ParseState } from './parse-state';
import { parseReduced } from './reduced';
import { parseQuota } from './quota-tests';
import { parseTagged } from './tagged';
import { parseTenure } from './tenure';
import { parseTurning } from './turning-ages';
import { parseUsedUp } from './used-up';
import { parseValues } from './value-list';
import { parseWorkingTime } from './working-time';

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
