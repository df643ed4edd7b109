import { has, isBound, isFiller } from '../../cursor';
import { join, type Meaning, negate } from '../../meaning/meaning';
import { ledBy, type Parsed, type ParseState } from '../parse-state';
import { parseTest } from '../parse-test';

/** Reads one element of a list, up to the joint behind it; where it is `open`, with all that limits it. */
export type ReadElement = (state: ParseState, at: number, open: boolean) => Parsed | undefined;

interface List {
  readonly items: readonly Meaning[];
  readonly to: number;
}

/** So few elements parted by commas make a list; two are joined by their "or" alone. */
const FEWEST = 3;

/** So many little words may lead to an element: "that are in the …". */
const LEAD = 4;

/** "except those that are running, from Bosch, or in Turin": all that is listed is left out, and not the first alone. */
export function parseExceptedList(state: ParseState, at: number, element: ReadElement): Parsed | undefined {
  // "außer denen, die …": the comma only leads to what is said of them.
  const from = has(state.chunks[at], 'comma') && has(state.chunks[at + 1], 'where') ? at + 2 : at;
  const any = listAt(state, from, 'or', element);
  const each = any ? undefined : listAt(state, from, 'and', element);
  const found = any ?? each;
  const whole = found && join('or', found.items);
  if (!whole) return undefined;
  const otherwise = each ? unlessAll(each) : any && limitedBehind(any);
  return { meaning: otherwise ? { kind: 'not', item: whole, otherwise } : negate(whole), to: found.to };
}

/** "except those that are paid, gifts and in Paris": what is all of that may be meant. */
function unlessAll({ items }: List): Meaning | undefined {
  const all = join('and', items);
  return all && negate(all);
}

/** "except those that are paid, gifts or in Paris with high priority": what ends the list may limit what is left. */
function limitedBehind({ items }: List): Meaning | undefined {
  const [end] = items.slice(-1);
  if (end?.kind !== 'and') return undefined;
  const [first, ...rest] = end.items;
  const less = first && join('or', [...items.slice(0, -1), first]);
  return less && join('and', [negate(less), ...rest]);
}

/** "that are not paid, gifts or in Paris": none of them, or the first is denied alone; nobody can tell which. */
export function parseDeniedList(state: ParseState, at: number): Parsed | undefined {
  const found = listAt(state, at + 1, 'or', complement);
  const [first, ...others] = found?.items ?? [];
  const whole = found && join('or', found.items);
  const alone = first && join('or', [negate(first), ...others]);
  return found && whole && alone && { meaning: { kind: 'not', item: whole, otherwise: alone }, to: found.to };
}

/** What somebody is not, with no denial and no verb of its own. */
const complement: ReadElement = (state, at) => {
  if (has(state.chunks[at], 'not', 'no', 'without', 'never', 'neither', 'have', 'where')) return undefined;
  const parsed = parseTest(state, at, true);
  return parsed?.absorbed ? undefined : parsed;
};

function listAt(state: ParseState, at: number, joint: 'or' | 'and', element: ReadElement): List | undefined {
  const { chunks, unknown, lastField } = state;
  const end = chunks.findIndex((chunk, i) => i >= at && has(chunk, joint) && !has(chunk, 'comma'));
  if (end < 0 || !chunks.slice(at, end).some(chunk => has(chunk, 'comma'))) return undefined;
  const known = unknown.length;
  const list = elementsFrom(state, at, joint, element);
  if (list) return list;
  unknown.length = known;
  if (lastField) state.lastField = lastField;
  return undefined;
}

/** Elements parted by commas, the last of them by "or" or ", or". */
function elementsFrom(state: ParseState, at: number, joint: 'or' | 'and', element: ReadElement): List | undefined {
  const { chunks } = state;
  const items: Meaning[] = [];
  for (let next = at; ;) {
    const parsed = elementAt(state, next, element, false);
    if (!parsed) return undefined;
    items.push(parsed.meaning);
    const comma = has(chunks[parsed.to], 'comma');
    const behind = comma ? parsed.to + 1 : parsed.to;
    if (has(chunks[behind], joint)) {
      const end = elementAt(state, behind + 1, element, joint === 'or');
      if (!end || items.length + 1 < FEWEST) return undefined;
      return { items: [...items, end.meaning], to: end.to };
    }
    if (!comma) return undefined;
    next = behind;
  }
}

function elementAt(state: ParseState, at: number, element: ReadElement, open: boolean): Parsed | undefined {
  const { chunks } = state;
  for (let next = at; next < at + LEAD; next++) {
    const parsed = element(state, next, open);
    if (parsed) return { ...parsed, meaning: ledBy(state, at, next, parsed.meaning) };
    if (isBound(chunks[next]) || !(isFiller(chunks[next]) || has(chunks[next], 'in', 'from', 'noun', 'be')))
      return undefined;
  }
  return undefined;
}
