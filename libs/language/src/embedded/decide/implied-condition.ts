import { type Action, tagsFieldOf } from '@lib/rules';
import { join, type Meaning } from '../meaning/meaning';
import type { Grounding } from '../../grounding/link-words';

const TIDYING: readonly Action['type'][] = [
  'upperCase',
  'lowerCase',
  'titleCase',
  'trim',
  'maskValue',
  'removeLineBreaks',
  'collapseBlanks',
  'uniqueValues',
  'normaliseDate',
  'normaliseNumber',
];

/** What an action without any records named can only be about: a field that is filled or empty, a tag that is there. */
function impliedTest(action: Action, grounding: Grounding): Meaning | undefined {
  const tags = tagsFieldOf(grounding.recordType);
  const name =
    action.type === 'removeTag' || action.type === 'removeAllTags' ? tags : 'field' in action ? action.field : '';
  const field = grounding.recordType.fields.find(candidate => candidate.name === name);
  if (!field) return undefined;
  const about = { kind: 'test', field, score: 0.9, spans: [] } as const;
  if (action.type === 'removeTag') return { ...about, test: { is: 'has', values: [action.value] } };
  if (action.type === 'fillEmpty') return { ...about, test: { is: 'empty' } };
  if (action.type === 'replaceText')
    return { ...about, test: { is: 'text', operator: 'contains', texts: [action.find] } };
  return action.type === 'removeAllTags' || TIDYING.includes(action.type)
    ? { ...about, test: { is: 'filled' } }
    : undefined;
}

/** Tidying a field without saying which records means those where it is filled; taking a tag away, those that have it. */
export function impliedCondition(actions: readonly Action[], grounding: Grounding): Meaning | undefined {
  // "swap the tag old for new": those that have the one to be taken away.
  const removes = actions.some(({ type }) => type === 'removeTag');
  const telling = removes ? actions.filter(({ type }) => type !== 'addTag') : actions;
  const tests = telling.map(action => impliedTest(action, grounding));
  const items = tests.filter((test): test is Meaning => test !== undefined);
  const distinct = items.filter(
    (item, i) => items.findIndex(other => JSON.stringify(other) === JSON.stringify(item)) === i,
  );
  return items.length === telling.length ? join('or', distinct) : undefined;
}
