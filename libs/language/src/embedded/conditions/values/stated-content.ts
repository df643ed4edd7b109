import type { TestMeaning } from '../../meaning/meaning';
import { endsClause, has } from '../../cursor';
import { says } from '../../saying';
import { comparatorOf } from '../operands';
import type { Chunk } from '../../../grounding/link-words';

type Content = { readonly test: TestMeaning['test']; readonly to: number };

const EMPTY: TestMeaning['test'] = { is: 'empty' };
const FILLED: TestMeaning['test'] = { is: 'filled' };

/**
 * Behind a field, whether it holds anything at all: "phone = empty", "fax != null", "notes contains nothing", "has no
 * entry", `= ""`, "has not been filled in", "is yet to be entered".
 */
export function statedContent(
  chunks: readonly Chunk[],
  at: number,
  owned: (chunk: Chunk) => boolean,
): Content | undefined {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (has(chunk, 'notYet') && has(next, 'filled') && endsClause(chunks[at + 2])) return { test: EMPTY, to: at + 2 };
  if (says(chunk, 'nobody') && has(next, 'notYet') && endsClause(chunks[at + 2])) return { test: EMPTY, to: at + 2 };
  const operator = comparatorOf(chunk);
  const equated = operator === '==' || operator === '!=' || has(chunk, 'colon');
  const leads = equated || (has(chunk, 'contains') && chunk?.quote === undefined);
  const said = leads ? next : chunk;
  const to = leads ? at + 2 : at + 1;
  // "contains nothing about oil" says more.
  if (!said || owned(said) || !endsClause(chunks[to])) return undefined;
  const content = contentOf(said, equated, leads);
  if (!content) return undefined;
  return { test: operator === '!=' ? opposite(content) : content, to };
}

/** What a word says of there being something; what only an equals sign or a colon leads to is a word for emptiness itself. */
function contentOf(said: Chunk, equated: boolean, leads: boolean): TestMeaning['test'] | undefined {
  if (said.quote !== undefined) return equated && said.quote.trim() === '' ? EMPTY : undefined;
  // "approved by nobody"
  if (has(said, 'nothing') || says(said, 'nobody')) return EMPTY;
  if (has(said, 'something')) return FILLED;
  if (!leads || !equated || has(said, 'without')) return undefined;
  if (has(said, 'empty')) return EMPTY;
  return has(said, 'filled') && !has(said, 'setTo', 'add') ? FILLED : undefined;
}

const opposite = (test: TestMeaning['test']): TestMeaning['test'] => (test === EMPTY ? FILLED : EMPTY);
