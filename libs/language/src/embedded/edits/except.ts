import type { JsonLogic } from '@lib/rules';
import { has, holdsData, isBound, isField, isFiller } from '../cursor';
import { takesAway } from '../settle/all-but';
import type { Role } from '../../grounding/lexicon';
import { allOf, conjunctsOf, fieldsIn, literalsIn, withoutField } from '../meaning/logic-tree';
import { says } from '../saying';
import { writeCondition } from '../meaning/write-condition';
import type { Chunk } from '../../grounding/link-words';
import { folded, isApart, opposite } from './invert';
import { takesBackException } from './drop-exception';
import type { ReadStep, Segment } from './edit-step';
import { placesIn } from './places';

/** "exclude ABB", "leave out anyone who works remotely": a clause more, denied. */
export const addException: ReadStep = segment => {
  const { chunks, rule, grounding, read, request } = segment;
  if (takesBackException(chunks)) return undefined;
  const verb = chunks.findIndex(
    (chunk, at) =>
      has(chunk, 'drop', 'except', 'unless', 'neq') || says(chunk, 'behindExcepted') || takesAway(chunks, at),
  );
  const without = (part: readonly Chunk[]): readonly Chunk[] =>
    part.filter(chunk => !isBound(chunk) && !has(chunk, 'drop'));
  // "whoever was hired this year can stay out": the verb stands behind.
  const behind = without(excepted(chunks.slice(verb + 1)));
  const joined = chunks.slice(1, Math.max(verb, 1)).some(isBound);
  const rest = behind.length > 0 ? behind : joined ? [] : withoutEdges(without(chunks.slice(0, verb)));
  const [first, last] = [rest[0], rest.at(-1)];
  if (verb < 0 || !first || !last || dropsClause(chunks.slice(verb + 1))) return undefined;
  // "without interns and only in HQ": what is left out, and what is kept.
  if (rest.some((chunk, at) => has(chunk, 'only') && has(rest[at - 1], 'and', 'but'))) return undefined;
  const { meaning, cut, issues, strange } = read(request.text.slice(first.start, last.end));
  if (!meaning || cut.actions.length > 0 || issues.length > 0 || strange.some(chunk => !isFiller(chunk)))
    return undefined;
  const isPlain = meaning.kind === 'test' && meaning.test.is === 'oneOf' && meaning.test.values.length === 1;
  const denied = writeCondition({ kind: 'not', item: meaning });
  const [place] = isPlain ? placesIn(writeCondition(meaning), grounding.recordType) : [];
  const clause = place?.operator === '==' ? place.put(place.value, '!=') : denied;
  const same = contraryOf(rule.condition, clause, request);
  // "drop California, keep the rest": of a rule about California, the clause and not its records.
  if (same !== undefined && has(chunks[verb], 'drop')) return undefined;
  const { all, condition } = allSpokenOf(segment, chunks.slice(0, verb), clause);
  const used = behind.length > 0 ? [...all, ...chunks.slice(verb)] : chunks;
  // "everything except retail": of a rule about retail, the others.
  const parts =
    same === undefined
      ? [...(condition === undefined ? [] : conjunctsOf(condition)), clause]
      : conjunctsOf(rule.condition).map(part => (part === same ? opposite(part) : part));
  return { rules: [{ ...rule, condition: allOf(parts) }], used };
};

/** "除(柏林), 所有城市": what is put in brackets is what is left out, and what is said behind them only of whom. */
function excepted(behind: readonly Chunk[]): readonly Chunk[] {
  const close = has(behind[0], 'open') ? behind.findIndex(chunk => has(chunk, 'close')) : -1;
  return close < 0 || behind.slice(close).some(chunk => chunk.values.length > 0) ? behind : behind.slice(1, close);
}

/** "every city but Madrid": all that a field may hold, so that nothing else is asked of it any more; "everywhere but …". */
function allSpokenOf(
  { rule }: Segment,
  before: readonly Chunk[],
  clause: JsonLogic,
): { readonly all: readonly Chunk[]; readonly condition: JsonLogic | undefined } {
  const about = fieldsIn(clause);
  const all = before.filter(
    chunk => says(chunk, 'everywhere') || has(chunk, 'allTags', 'any', 'allOf', 'together', 'everyone'),
  );
  const named = before.filter(
    chunk =>
      chunk.values.length === 0 && chunk.fields.some(({ field, score }) => score >= 0.5 && about.has(field.name)),
  );
  const [field] = about;
  const isAny = all.length > 0 && named.length > 0 && field !== undefined;
  const rest = isAny ? withoutField(rule.condition, field) : undefined;
  return { all: [...all, ...named], condition: rest ? rest.condition : rule.condition };
}

/** "forget the states, go by rating": up to the pause only a field is named, and what is said behind it stays in. */
function dropsClause(behind: readonly Chunk[]): boolean {
  const pause = behind.findIndex(chunk => isBound(chunk) || has(chunk, 'and', 'but'));
  const object = behind.slice(0, Math.max(pause, 0));
  const opens = behind[pause + 1];
  const goesOn = has(opens, 'make', 'only', 'change', 'see', 'wish', 'writer') || has(behind[pause], 'comma', 'stop');
  return pause > 0 && goesOn && object.some(isField) && !object.some(chunk => holdsData(chunk) && !isField(chunk));
}

/** The clause of a rule that says the contrary of the same field. */
export function contraryOf(
  condition: JsonLogic,
  clause: JsonLogic,
  request: Segment['request'],
): JsonLogic | undefined {
  const about = [...fieldsIn(clause)].join();
  const said = literalsIn(clause).map(folded);
  // Which records there are does not tell: what is left out has to be all that the clause speaks of.
  return conjunctsOf(condition).find(
    part =>
      [...fieldsIn(part)].join() === about &&
      literalsIn(part).every(literal => said.includes(folded(literal))) &&
      isApart(part, clause, request),
  );
}

/** "and if they are leased, they can …": what only leads to the clause or away from it. */
function withoutEdges(chunks: readonly Chunk[]): readonly Chunk[] {
  const edges: readonly Role[] = ['and', 'but', 'if', 'may', 'be', 'then', 'correction', 'greeting', 'drop'];
  const isEdge = (chunk: Chunk): boolean =>
    has(chunk, ...edges) && chunk.fields.length + chunk.values.length === 0 && chunk.quote === undefined;
  const from = chunks.findIndex(chunk => !isEdge(chunk));
  return from < 0 ? [] : chunks.slice(from, chunks.findLastIndex(chunk => !isEdge(chunk)) + 1);
}
