import { canBeListed, type Field, type NamedList, pathsIn, useList, useTerm } from '@lib/rules';
import { has } from '../cursor';
import { negate, type TestMeaning } from '../meaning/meaning';
import { fieldMention, type Parsed, type ParseState, raise, spanOf } from './parse-state';
import { fieldsListedIn } from '../../grounding/glossary/name-index';

/** "VIP customers", "in the Nordics", "supplier is not on the blocked list": names that an admin gave. */
export function parseNamed(state: ParseState, at: number): Parsed | undefined {
  const link = state.chunks[at]?.named;
  if (!link) return state.grounding.names ? parseListedField(state, at) : undefined;
  if (link.list) return parseList(state, at, link.list, link.negated === true);
  const use = useTerm(link.term);
  const [path] = pathsIn(use.condition);
  const field = state.grounding.recordType.fields.find(({ name }) => name === path);
  if (!field) return undefined;
  const meaning: TestMeaning = {
    kind: 'test',
    field,
    test: { is: 'named', use },
    score: 1,
    spans: spanOf(state, at, at + 1),
  };
  return { meaning: link.negated ? negate(meaning) : meaning, to: at + 1 };
}

/** A list without a field: the one it was made for, else those whose values are on it. */
function parseList(state: ParseState, at: number, list: NamedList, negated: boolean): Parsed | undefined {
  const { names, recordType } = state.grounding;
  const made = recordType.fields.find(({ name }) => name === list.field);
  const found = made ? [made] : names ? fieldsListedIn(names, list, state.sample) : [];
  const [field, ...others] = found;
  if (!field) {
    const fields = recordType.fields.filter(canBeListed).slice(0, 4);
    raise(state, at, { kind: 'ambiguous-field', word: list.name, fields });
    return undefined;
  }
  return listed(state, { list, field, others, from: at, to: at + 1, negated });
}

const MOST_BETWEEN = 6;

/** "supplier id is not on the blocked list": the field is said. */
function parseListedField(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const mention = fieldMention(state, at);
  const field = mention?.links.find(link => canBeListed(link.field))?.field;
  if (!mention || !field) return undefined;
  let negated = false;
  for (let next = mention.to; next < Math.min(chunks.length, mention.to + MOST_BETWEEN); next++) {
    const link = chunks[next]?.named;
    if (link?.list) {
      return listed(state, {
        list: link.list,
        field,
        others: [],
        from: at,
        to: next + 1,
        negated: negated !== (link.negated === true),
      });
    }
    if (has(chunks[next], 'not', 'never')) negated = !negated;
    else if (link || !has(chunks[next], 'be', 'in', 'on', 'det', 'of', 'filler', 'where', 'within', 'eq'))
      return undefined;
  }
  return undefined;
}

interface Listed {
  readonly list: NamedList;
  readonly field: Field;
  /** Other fields whose values are on the list too. */
  readonly others: readonly Field[];
  readonly from: number;
  readonly to: number;
  readonly negated: boolean;
}

function listed(state: ParseState, { list, field, others, from, to, negated }: Listed): Parsed {
  const testOf = (asked: Field): TestMeaning['test'] => ({ is: 'named', use: useList(list, asked) });
  const meaning: TestMeaning = {
    kind: 'test',
    field,
    test: testOf(field),
    score: others.length > 0 ? 0.9 : 1,
    spans: spanOf(state, from, to),
    ...(others.length > 0 && {
      alternatives: others.slice(0, 3).map(other => ({ field: other, test: testOf(other) })),
    }),
  };
  state.lastField = field;
  return { meaning: negated ? negate(meaning) : meaning, to };
}
