import type { Cut } from './actions/cut-actions';
import type { Effort } from './meaning/effort';
import { isFiller } from './cursor';
import { type Issue, type Meaning, testsOf } from './meaning/meaning';
import type { Chunk } from '../grounding/link-words';

/** What a prompt was understood as, before it is decided what to answer. */
export interface Understanding {
  readonly cut: Cut;
  readonly meaning: Meaning | undefined;
  readonly issues: readonly Issue[];
  readonly unknown: readonly Chunk[];
  /** Numbers, dates, negations and the like that no test took: never to be passed over, not even in a question. */
  readonly lost: readonly Chunk[];
  /** What has to be asked about before there can be a rule: words lost, and unknown ones that may be the very condition. */
  readonly strange: readonly Chunk[];
  /** Reasons and purposes: said besides, and to be shown as such. */
  readonly reasons: readonly Chunk[];
  /** Words nobody knows that were taken for the records' noun. */
  readonly guessed: readonly Chunk[];
  readonly question: boolean;
  /** It is worded as a question or a wish to see records. */
  readonly asks: boolean;
  /** What reading it cost; where it was too entangled, `meaning` is missing. */
  readonly effort: Readonly<Effort>;
}

/** Nothing of what was read is left to ask about. */
export const isWhole = ({ meaning, strange, issues }: Understanding): boolean =>
  meaning !== undefined && strange.length === 0 && issues.length === 0;

/** Every word is accounted for, and no test leans on a mere likeness. */
export const isSure = (understood: Understanding): boolean =>
  isWhole(understood) &&
  understood.unknown.every(isFiller) &&
  (understood.meaning ? testsOf(understood.meaning) : []).every(({ score }) => score >= 0.7);
