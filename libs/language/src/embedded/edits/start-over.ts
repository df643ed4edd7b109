import { has, holdsData, isBound, isFiller } from '../cursor';
import { testsOf } from '../meaning/meaning';
import { writeCondition } from '../meaning/write-condition';
import type { Chunk } from '../../grounding/link-words';
import { type Edit, type EditedRule, isCarrier } from './edit-step';

/** "scrap that. Tag all sensors X": what was is given up, and behind it stands a whole rule of its own. */
export function startOver({ chunks, request, read }: Edit): EditedRule | undefined {
  const end = chunks.findIndex(isBound);
  const opener = chunks.slice(0, Math.max(end, 0));
  if (!opener.some(chunk => has(chunk, 'drop')) || !opener.every(givesUp)) return undefined;
  const behind = chunks.slice(end + 1);
  const [first, last] = [
    behind.find(chunk => !isBound(chunk)),
    behind.findLast(chunk => !isBound(chunk) && !has(chunk, 'instead')),
  ];
  if (!first || !last || first.start > last.start) return undefined;
  const { meaning, cut, issues, strange, reasons } = read(request.text.slice(first.start, last.end));
  if (!meaning || testsOf(meaning).length === 0 || cut.actions.length === 0) return undefined;
  if (cut.unsupported.length + issues.length + reasons.length > 0 || strange.some(chunk => !isFiller(chunk)))
    return undefined;
  return { condition: writeCondition(meaning), actions: cut.actions.map(({ action }) => action) };
}

const givesUp = (chunk: Chunk): boolean =>
  !holdsData(chunk) &&
  (has(chunk, 'drop', 'them', 'undo', 'outVerb', 'allTags') || isCarrier(chunk) || isFiller(chunk));
