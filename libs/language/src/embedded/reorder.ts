import { has, isBound, isField } from './cursor';
import type { Chunk } from '../grounding/link-words';

const TEXTS = ['contains', 'startsWith', 'endsWith', 'matches'] as const;

/** Moved pieces all stand for the whole stretch, so that spans still point at what was typed. */
function moved(chunks: readonly Chunk[]): Chunk[] {
  const start = Math.min(...chunks.map(chunk => chunk.start));
  const end = Math.max(...chunks.map(chunk => chunk.end));
  return chunks.map(chunk => ({ ...chunk, start, end }));
}

/** Verbs at the end of their clause go before their text: `mit "1." beginnt`, `"fragile" enthalten`. */
export function textVerbsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || !has(verb, ...TEXTS) || ordered[at + 1]?.quote !== undefined) continue;
    const particle = ordered[at - 1]?.quote === undefined && has(ordered[at - 1], 'filler', 'in', 'with') ? 1 : 0;
    let from = at - 1 - particle;
    if (ordered[from]?.quote === undefined) continue;
    while (has(ordered[from - 1], 'or', 'and', 'comma') && ordered[from - 2]?.quote !== undefined) from -= 2;
    if (has(ordered[from - 1], ...TEXTS)) continue;
    if (has(ordered[from - 1], 'with', 'in', 'of', 'to', 'as', 'on') && !ordered[from - 1]?.fields[0]) from--;
    const quotes = ordered.slice(from, at - particle).filter((chunk, i) => i > 0 || chunk.quote !== undefined);
    ordered.splice(from, at - from + 1, ...moved([verb, ...quotes]));
  }
  return ordered;
}

const COMPARES = ['gt', 'gte', 'lt', 'lte', 'before', 'after', 'between', 'neq'] as const;
const isOperand = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.quote === undefined && (chunk.number ?? chunk.date ?? chunk.duration) !== undefined;
const isParticle = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'filler', 'of', 'be', 'det', 'in') && !has(chunk, ...COMPARES) && !isOperand(chunk);

/** "90度より高い", "2015年之前", "100到500之间": comparisons before what they compare with. */
function comparisonsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || isOperand(verb) || !has(verb, ...COMPARES) || isOperand(ordered[at + 1])) continue;
    let from = at - 1;
    while (from > at - 3 && isParticle(ordered[from])) from--;
    if (!isOperand(ordered[from])) continue;
    const last = from;
    if (has(ordered[from - 1], 'to', 'dash', 'and') && isOperand(ordered[from - 2])) from -= 2;
    if (has(ordered[from - 1], ...COMPARES)) continue;
    ordered.splice(from, at - from + 1, ...moved([verb, ...ordered.slice(from, last + 1)]));
  }
  return ordered;
}

/** "20 übersteigt", "50.000 overschrijdt": verbs that compare with what stands before them. */
export function comparingVerbsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || !has(verb, 'late') || isOperand(ordered[at + 1]) || !isOperand(ordered[at - 1])) continue;
    if (has(ordered[at - 2], ...COMPARES)) continue;
    const before = ordered.slice(at - 1, at);
    ordered.splice(at - 1, 2, ...moved([verb, ...before]));
  }
  return ordered;
}

/** "Endet die E-Mail auf .de, dann …", "Overschrijdt het bedrag 500": a condition that its verb opens, said as one without "if". */
export function openingVerbsBehind(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const verb = ordered[at];
    const opens = at === 0 || has(ordered[at - 1], 'stop', 'and', 'or', 'if') || (at === 1 && has(ordered[0], 'filler'));
    if (!verb || !opens || verb.quote !== undefined || isField(verb) || !has(verb, ...TEXTS, 'late')) continue;
    let field = at + 1;
    while (field < at + 3 && has(ordered[field], 'det') && !isField(ordered[field])) field++;
    const behind = ordered[field + 1];
    if (!isField(ordered[field]) || ordered[field]?.quote !== undefined || isBound(behind)) continue;
    const particle = has(verb, ...TEXTS) && behind?.quote === undefined && has(behind, 'in', 'with', 'to') ? 1 : 0;
    if (isBound(ordered[field + 1 + particle])) continue;
    ordered.splice(at, field + 1 + particle - at, ...moved([...ordered.slice(at + 1, field + 1), verb]));
    at = field;
  }
  return ordered;
}

/** "リモート勤務でない": what is denied behind the yes/no field or value. */
function denialsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    const what = ordered[at - 1];
    if (
      !verb ||
      !what ||
      !has(verb, 'not', 'neq') ||
      has(verb, 'filler', 'empty') ||
      !/\p{Script=Hiragana}/u.test(verb.text)
    )
      continue;
    const known = what.fields[0]?.field.type === 'boolean' || what.values.length > 0;
    if (!known || has(ordered[at - 2], 'not')) continue;
    ordered.splice(at - 1, 2, ...moved([{ ...verb, roles: ['not'] }, what]));
  }
  return ordered;
}

const bare = (chunk: Chunk, ...roles: Chunk['roles']): Chunk => ({ ...chunk, roles, fields: [], values: [] });

/** "…に「VIP」タグを付ける", "…をVIPとしてタグ付けする": the verb, then the tag. */
function tagVerbsFirst(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const at = chunks.findLastIndex(
    chunk => chunk.quote === undefined && has(chunk, 'add', 'tag', 'remove') && !has(chunk, 'tagNoun'),
  );
  const verb = chunks[at];
  if (!verb || !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return chunks;
  let end = at;
  while (end > 0 && has(chunks[end - 1], 'filler', 'as', 'tagNoun') && chunks[end - 1]?.quote === undefined) end--;
  const noun = chunks.slice(end, at).find(chunk => has(chunk, 'tagNoun'));
  if (!noun && !has(verb, 'tag')) return chunks;
  let from = end;
  while (
    from > 0 &&
    !/^[にをはへ]$/.test(chunks[from - 1]?.key ?? '') &&
    !has(chunks[from - 1], 'comma', 'stop', 'for')
  )
    from--;
  if (from >= end) return chunks;
  const before = chunks.slice(0, /^[にをはへ]$/.test(chunks[from - 1]?.key ?? '') ? from - 1 : from);
  return [
    ...before,
    bare(verb, has(verb, 'remove') ? 'remove' : has(verb, 'tag') && !noun ? 'tag' : 'add'),
    ...(noun ? [bare(noun, 'tagNoun')] : []),
    ...chunks.slice(from, end),
    ...chunks.slice(at + 1).filter(chunk => !has(chunk, 'then', 'filler', 'stop')),
  ];
}

/** "优先级设为high", "優先度をhighに設定する": the verb, the field, the value. */
function settersFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(chunk => has(chunk, 'setTo') && chunk.quote === undefined && !has(chunk, 'be'));
  const verb = chunks[at];
  if (!verb) return chunks;
  const value = at + 1 < chunks.length && !has(chunks[at + 1], 'then', 'stop', 'filler') ? at + 1 : undefined;
  let field = at - 1;
  while (
    field > at - 7 &&
    field >= 0 &&
    !((chunks[field]?.fields[0]?.score ?? 0) >= 0.6 && chunks[field]?.values.length === 0)
  )
    field--;
  const named = chunks[field];
  if (!named || field < Math.max(0, at - 6)) return chunks;
  const said =
    value === undefined
      ? chunks.slice(field + 1, at).filter(chunk => !isParticle(chunk) && !/^[をにへ]$/.test(chunk.key))
      : [];
  const before = chunks.slice(0, isParticle(chunks[field - 1]) ? field - 1 : field);
  return [...before, bare(verb, 'setTo'), named, bare(verb, 'to'), ...said, ...chunks.slice(at + 1)];
}

/** Everything said behind what it is about goes before it. */
export function operatorsFirst(chunks: readonly Chunk[], text = ''): readonly Chunk[] {
  const acted = settersFirst(tagVerbsFirst(chunks, text));
  return denialsFirst(comparisonsFirst(textVerbsFirst(acted)));
}
