import { has } from '../../cursor';
import type { TestMeaning } from '../../meaning/meaning';
import { ownDate, type Parsed, type ParseState } from '../parse-state';

/** What is done to a record once: where it was not, no day is kept, and what has lasted is the record itself. */
const ONCE = ['shipped', 'delivered'] as const;

const DENYING = ['not', 'never', 'notYet', 'without', 'no'] as const;

/** "not shipped for more than a week", "sin enviar desde hace 10 días": still to be done, and the record is that old. */
export function notYetDone(state: ParseState, at: number, parsed: Parsed): Parsed {
  const { meaning } = parsed;
  if (meaning.kind !== 'test' || !isLongAgo(meaning)) return parsed;
  const said = state.chunks.slice(at, parsed.to);
  const denied = said.some(chunk => chunk.quote === undefined && has(chunk, ...DENYING));
  if (!denied || !said.some(chunk => chunk.duration ?? chunk.date)) return parsed;
  const once = ONCE.some(concept =>
    state.grounding.fields.ofConcept(concept).some(({ field, score }) => field === meaning.field && score >= 0.8),
  );
  const own = once ? ownDate(state) : undefined;
  if (!own || own === meaning.field) return parsed;
  const { alternatives: _, ...plain } = meaning;
  return {
    ...parsed,
    meaning: {
      kind: 'and',
      items: [
        { ...plain, test: { is: 'empty' } },
        { ...plain, field: own },
      ],
    },
  };
}

const isLongAgo = ({ test }: TestMeaning): boolean =>
  test.is === 'date' && test.from === undefined && test.to !== undefined && 'offset' in test.to;
