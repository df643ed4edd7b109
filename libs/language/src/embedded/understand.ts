import { has, isBound, isFiller } from './cursor';
import { type Cut, cutActions } from './cut-actions';
import { withoutAsides } from './asides';
import { auditWords } from './audit-words';
import type { Effort } from './effort';
import { type Issue, join, type Meaning, testsOf } from './meaning';
import { parseCondition } from './parse-condition';
import type { ParseState } from './parse-state';
import type { Chunk, Grounding } from '../grounding/link-words';
import type { TranslationRequest } from '../translator';

/** What a prompt was understood as, before it is decided what to answer. */
export interface Understanding {
  readonly cut: Cut;
  readonly meaning: Meaning | undefined;
  readonly issues: readonly Issue[];
  readonly unknown: readonly Chunk[];
  /** Numbers, dates, negations and the like that no test took: never to be passed over, not even in a question. */
  readonly lost: readonly Chunk[];
  /** Reasons and purposes: said besides, and to be shown as such. */
  readonly reasons: readonly Chunk[];
  readonly question: boolean;
  /** It is worded as a question or a wish to see records. */
  readonly asks: boolean;
  /** What reading it cost; where it was too entangled, `meaning` is missing. */
  readonly effort: Readonly<Effort>;
}

export function understand(request: TranslationRequest, grounding: Grounding, all: readonly Chunk[]): Understanding {
  const { said: chunks, reasons } = withoutAsides(all);
  const cut = cutActions(chunks, request.text, grounding);
  const question = cut.actions.length === 0 && cut.issues.length === 0;
  const issues: Issue[] = [...cut.issues];
  const unknown: Chunk[] = [];
  const meanings: Meaning[] = [];
  const effort: Effort = { steps: 0, entangled: false };
  let lastField: ParseState['lastField'] = actedOn(cut, chunks, grounding);
  for (const condition of cut.conditions) {
    const state: ParseState = {
      chunks: condition,
      grounding,
      text: request.text,
      sample: request.sample,
      question: question && asksSomething(chunks),
      issues,
      unknown,
      effort,
      failed: new Set(),
      ...(lastField && { lastField }),
    };
    const meaning = parseCondition(state);
    lastField = state.lastField;
    if (meaning) meanings.push(meaning);
  }
  const meaning = effort.entangled ? undefined : join('and', meanings);
  const explained = (start: number): boolean =>
    meaning !== undefined &&
    testsOf(meaning).some(test => test.spans.some(([from, to]) => from <= start && start < to));
  const lost = cut.conditions.flatMap(condition =>
    auditWords(condition, chunk => explained(chunk.start), question && asksSomething(chunks)),
  );
  return {
    cut,
    meaning,
    issues: issues.filter(issue => issue.start === undefined || !explained(issue.start)),
    unknown: [...new Set([...unknown, ...lost])].filter(chunk => !explained(chunk.start)),
    lost,
    reasons: reasons.filter(chunk => !isFiller(chunk) && !isBound(chunk)),
    question,
    asks: asksSomething(chunks),
    effort,
  };
}

/** "set the room to X if it is missing": it is the field the action is about. */
function actedOn(cut: Cut, chunks: readonly Chunk[], grounding: Grounding): ParseState['lastField'] {
  const action = cut.actions[0]?.action;
  if (cut.actions.length !== 1 || !action || !('field' in action)) return undefined;
  return chunks.some(chunk => chunk.key === 'it')
    ? grounding.recordType.fields.find(field => field.name === action.field)
    : undefined;
}

export const asksSomething = (chunks: readonly Chunk[]): boolean =>
  chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'if')) || chunks.some(chunk => chunk.key === '?');
