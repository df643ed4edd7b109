import type { ActionContext, FoundAction } from '../action-text';
import { capitalNameAt, setsField } from './capital-names';
import { has, holdsData } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

/** Nothing but the name is left to be done: no other order stands before or behind, and nothing is asked. */
const isOnlyOrder = ({ chunks, listed }: ActionContext, at: number): boolean =>
  listed === undefined &&
  !(has(chunks[0], 'ask') && !has(chunks[0], 'where')) &&
  !chunks.slice(0, at).some(chunk => has(chunk, 'tagNoun', 'ask', 'arrow') && !has(chunk, 'filler', 'where'));

/** What leads to more that is said of the records, or only says goodbye. */
const GOES_ON = [
  'in',
  'from',
  'with',
  'of',
  'no',
  'not',
  'without',
  'only',
  'except',
  'also',
  'signOff',
  'greeting',
] as const;

/** The fields that words name, or of which they say a value. */
const fieldsSaid = ({ fields, values }: Chunk): readonly string[] => [
  ...fields.flatMap(({ field, score }) => (score >= NAMED ? [field.name] : [])),
  ...values.flatMap(({ field, via }) => (via === undefined && field.type !== 'list' ? [field.name] : [])),
];

/**
 * ": Cardiology", ": Contract end this year", ": No Robots": it may as well say which records, so that no name is guessed.
 * What names again the field that was spoken of ("no manager: Manager missing") tells nothing new.
 */
function mayTellRecords(chunks: readonly Chunk[], at: number, to: number): boolean {
  const words = chunks.slice(at, to);
  const spoken = new Set(chunks.slice(0, at).flatMap(({ fields }) => fields.map(({ field }) => field.name)));
  const told = words.flatMap(fieldsSaid).some(name => !spoken.has(name));
  return has(words[0], ...GOES_ON) || (told && words.every(word => holdsData(word) || word.roles.length > 0));
}

/** A field by its own name. */
const NAMED = 0.9;

/**
 * "waiting time of three weeks or more: Long Waiting", "Rabatt über 20 % → Rabatt prüfen": behind the arrow, or the colon,
 * that ends what says which records, words that begin with a capital and order nothing are the tag they get. Behind an arrow
 * they are so whatever else they could mean; behind a colon only what says nothing of the records.
 */
export function parseNameBehindMark(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, conditionBefore } = context;
  const mark = chunks[at - 1];
  const colon = has(mark, 'colon') && mark?.quote === undefined;
  if (!conditionBefore || !(colon || has(mark, 'arrow'))) return undefined;
  if (colon && (!isOnlyOrder(context, at) || setsField(chunks, at - 2) || !chunks.slice(0, at).some(holdsData)))
    return undefined;
  const name = capitalNameAt(context, at);
  if (colon && name && mayTellRecords(chunks, at, name.to)) return undefined;
  return name && { actions: [{ type: 'addTag', value: name.value }], to: name.to };
}
