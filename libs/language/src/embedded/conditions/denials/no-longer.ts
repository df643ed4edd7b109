import type { Field } from '@lib/rules';
import { has } from '../../cursor';
import type { TestMeaning } from '../../meaning/meaning';
import type { Parsed, ParseState } from '../parse-state';
import { closesSaying } from '../../saying';
import { isDateField } from '../../../grounding/fields/date-field';
import { wordSays } from '../../../grounding/fields/field-senses';
import { fold } from '../../../grounding/words/fold';
import type { Grounding } from '../../../grounding/link-words';

/** What began for everybody, what says that it is over, and what says that it is not. */
const BEGUN = 'hired';
const OVER = 'terminated';
const STILL = 'active';
const UNSURE = 0.4;
/** What runs out on its day: there is no more of it once that is past. */
const RUNS_OUT = ['warranty', 'licenseexpiry', 'contractend'] as const;

/** "nicht mehr im Unternehmen", "ausgeschiedene Mitarbeiter": nobody was never taken on; who has left is active no longer. */
export function noLonger(state: ParseState, at: number, parsed: Parsed): Parsed {
  const { meaning } = parsed;
  const { fields } = state.grounding;
  if (meaning.kind === 'test' && hasRunOut(state, at, parsed.to, meaning))
    return { ...parsed, meaning: { ...meaning, test: { is: 'date', to: {} } } };
  if (meaning.kind !== 'test' || !(isOver(state, at, meaning) || isBegunNoMore(state, at, parsed.to, meaning)))
    return parsed;
  const active = fields.ofConcept(STILL).find(({ field, score }) => field.type === 'boolean' && score >= 0.8)?.field;
  const left = fields.ofConcept(OVER).find(({ field, score }) => isDateField(field) && score >= 0.8)?.field;
  const { alternatives: _, ...plain } = meaning;
  if (active) return { ...parsed, meaning: { ...plain, field: active, test: { is: 'boolean', value: false } } };
  if (left) return { ...parsed, meaning: { ...plain, field: left, test: { is: 'filled' } } };
  const gone = goneState(state);
  if (gone)
    return { ...parsed, meaning: { ...plain, field: gone.field, test: { is: 'oneOf', values: [[gone.value]] } } };
  // Where nothing keeps who has left, it can only be guessed at.
  return meaning.test.is === 'empty' ? { ...parsed, meaning: { ...plain, score: UNSURE } } : parsed;
}

/** The one state that records hold of who is there no more: "Terminated". */
function goneState({ grounding }: ParseState): { readonly field: Field; readonly value: string } | undefined {
  const [gone, ...others] = grounding.recordType.fields.flatMap(field =>
    field.type === 'text' && field.profile?.distinctIsExact
      ? field.profile.frequent.flatMap(({ value }) =>
          typeof value === 'string' && wordSays(value, 'goneState') ? [{ field, value }] : [],
        )
      : [],
  );
  return others.length === 0 ? gone : undefined;
}

function isBegunNoMore(state: ParseState, at: number, to: number, { field, test }: TestMeaning): boolean {
  if (test.is !== 'empty' || !state.grounding.fields.ofConcept(BEGUN).some(link => link.field === field)) return false;
  return state.chunks
    .slice(at, to)
    .some(chunk => has(chunk, 'not', 'never') && !has(chunk, 'without', 'empty', 'notYet'));
}

/** "keine Garantie mehr", "qui n'ont plus de licence": there was some, and its day is past. */
const hasRunOut = ({ chunks, grounding }: ParseState, at: number, to: number, { field, test }: TestMeaning): boolean =>
  test.is === 'empty' &&
  chunks.slice(Math.max(0, at - 1), to + 1).some(({ text }) => saysNoMore(text, grounding)) &&
  RUNS_OUT.some(concept => grounding.fields.ofConcept(concept).some(link => link.field === field));

/** As it was typed: what is no more is read as what is not ("ne … plus"). */
const saysNoMore = (text: string, { lexicons }: Grounding): boolean =>
  text.split(/[\s'’]+/u).some(word => lexicons[0]?.senses.of(fold(word)).includes('anyMore'));

/** "employés partis": as what they are, beside their noun; in a clause of its own the verb tells that it happened. */
const isOver = ({ chunks, grounding }: ParseState, at: number, { field, test }: TestMeaning): boolean =>
  test.is === 'filled' &&
  closesSaying(chunks[at], 'past') &&
  !has(chunks[at - 1], 'where', 'be') &&
  grounding.fields.ofConcept(OVER).some(link => link.field === field);
