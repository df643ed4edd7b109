import { type Action, jsonEqual, type JsonLogic, type RuleDraft } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import type { EditedRule } from '../decide/questions';
import type { Understanding } from '../understanding';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { TranslationRequest } from '../../translator';

export type { EditedRule };

/** A follow-up and the rule it may change. */
export interface Edit {
  readonly request: TranslationRequest;
  readonly grounding: Grounding;
  /** The text with the words of changes linked as such, and as any request is. */
  readonly chunks: readonly Chunk[];
  readonly plain: readonly Chunk[];
  readonly previous: RuleDraft;
  readonly understand: (plain: readonly Chunk[]) => Understanding;
  /** The same of words that order something of records spoken of before. */
  readonly understandOrders: (plain: readonly Chunk[]) => Understanding;
  /** Reads other words as a request: "hire date before 2020". */
  readonly read: (text: string) => Understanding;
}

/** A stretch of a follow-up that may be one change of the rule as it is by then. */
export interface Segment extends Omit<Edit, 'previous' | 'understand' | 'understandOrders'> {
  readonly rule: EditedRule & { readonly condition: JsonLogic };
  /** The rule before the last change. */
  readonly before: EditedRule;
  readonly isFirst: boolean;
  /** The change before turned the rule round. */
  readonly wasInverted: boolean;
  readonly understood: () => Understanding;
  /** The same where the records were spoken of before. */
  readonly orders: () => Understanding;
}

/** What one change makes of a rule: several rules where the words may mean several; and the words it was read from. */
export interface Step {
  readonly rules: readonly EditedRule[];
  readonly used: readonly Chunk[];
}

/** Reads a stretch as a change of one kind. */
export type ReadStep = (segment: Segment) => Step | undefined;

/** Words that only carry a change: the verbs and particles of changing, courtesy, and what points back. */
export function isCarrier(chunk: Chunk): boolean {
  return (
    isFiller(chunk) ||
    isBound(chunk) ||
    has(
      chunk,
      'also',
      'instead',
      'make',
      'change',
      'swap',
      'conditionWord',
      'everyone',
      'greeting',
      'correction',
      'but',
      'and',
      'to',
      'into',
      'on',
      'with',
      'dash',
      'telling',
    )
  );
}

/** A step counts only where it leaves no word over that may have meant something. */
export function accountsFor({ chunks, grounding }: Segment, { used }: Step): boolean {
  const known = new Set(used);
  return chunks.every(
    chunk => known.has(chunk) || (isCarrier(chunk) && isSilent(chunk)) || isPointing(chunk, grounding),
  );
}

export const isSilent = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  // "the fax one"
  (chunk.number === undefined || has(chunk, 'ones')) &&
  chunk.date === undefined &&
  !has(chunk, 'not');

/** "now" is a day, and the word for a change as well. */
export const isPointing = ({ date, key }: Chunk, { lexicons }: Grounding): boolean =>
  date !== undefined && (lexicons[0]?.roles.get(key)?.includes('instead') ?? false);

export const sameText = (a: JsonLogic | undefined, b: string): boolean =>
  typeof a === 'string' && a.toLowerCase() === b.toLowerCase();

/** The tag actions of a rule. */
export const isTagging = (action: Action): action is Extract<Action, { type: 'addTag' | 'removeTag' }> =>
  action.type === 'addTag' || action.type === 'removeTag';

export function distinctRules(rules: readonly EditedRule[]): readonly EditedRule[] {
  return rules.filter((rule, i) => rules.findIndex(other => jsonEqual(asJson(other), asJson(rule))) === i);
}

const asJson = ({ condition, actions }: EditedRule): JsonLogic => [condition ?? null, actions];

/** Nothing was put aside that may have been a change, or is asked for in vain. */
export const isAll = ({ cut, reasons }: Understanding): boolean =>
  cut.unsupported.length === 0 && (reasons.length === 0 || has(reasons[0], 'because'));
