import type { Field } from '@lib/rules';
import { endsClause, has, isField } from '../../cursor';
import { comparatorOf } from '../operands';
import { shortAnswer } from './short-answer';
import type { ParseState } from '../parse-state';

interface Truth {
  readonly value: boolean;
  /** Said by "other than": what is not yes may be unknown as well. */
  readonly denied: boolean;
  readonly to: number;
}

/** Behind a yes/no field, which of the two it is: "is yes", `= "no"`, "says no", "is N", "!= true"; `told`: a word that states it stood before. */
export function statedTruth(state: ParseState, at: number, field: Field, told: boolean): Truth | undefined {
  const { chunks } = state;
  const operator = comparatorOf(chunks[at]);
  const marked = operator === '==' || operator === '!=' || has(chunks[at], 'colon');
  const says = !marked && has(chunks[at], 'contains') && chunks[at]?.quote === undefined;
  const next = marked || says ? at + 1 : at;
  const denied = operator === '!=';
  const short = marked || (told && endsClause(chunks[next + 1])) ? shortAnswer(chunks[next]) : undefined;
  if (short !== undefined) return { value: short, denied, to: next + 1 };
  if (saysInAny(state, next, 'trueWord', field)) return { value: true, denied, to: next + 1 };
  if (!marked && deniesNext(chunks, next)) return undefined;
  const no = has(chunks[next], 'no') && (!says || endsClause(chunks[next + 1]));
  return no || saysInAny(state, next, 'falseWord', field) ? { value: false, denied, to: next + 1 } : undefined;
}

/** "with telehealth no": the answer, where nothing follows that could be what there is none of. */
export const endsWithNo = (chunks: ParseState['chunks'], at: number): boolean =>
  has(chunks[at], 'no') && !isField(chunks[at + 1]) && endsClause(chunks[at + 1]);

/** "commandes cadeaux non expédiées": a denial before something else that is said denies that. */
const deniesNext = (chunks: ParseState['chunks'], at: number): boolean =>
  has(chunks[at], 'not') &&
  chunks[at]?.quote === undefined &&
  (isField(chunks[at + 1]) || (chunks[at + 1]?.values.length ?? 0) > 0);

/** "Aktiv is ja", `paid is "no"`: yes and no may be said in the words and the language of the data. */
function saysInAny(state: ParseState, at: number, role: 'trueWord' | 'falseWord', field: Field): boolean {
  const chunk = state.chunks[at];
  if (chunk?.quote === undefined && has(chunk, role)) return true;
  const text = (chunk?.quote ?? chunk?.text ?? '').toLowerCase();
  if (field.reading?.[`${role}s`]?.some(word => word.toLowerCase() === text)) return true;
  const unknown = chunk?.roles.length === 0 && chunk.fields.length === 0 && chunk.values.length === 0;
  if (!unknown) return false;
  return state.grounding.lexicons.some(({ roles }) => {
    const said = roles.get(text);
    return (
      said?.includes(role) === true ||
      (role === 'falseWord' && chunk.quote !== undefined && said?.includes('no') === true)
    );
  });
}
