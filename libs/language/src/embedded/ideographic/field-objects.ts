import { has, isField } from '../cursor';
import { isJoint, isKana, isName, isParticle, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** An object and where it begins: what stands before the verb that is done to it. */
export interface Object {
  readonly from: number;
  /** Where it ends, behind the verb. */
  readonly to?: number;
  readonly said: readonly Chunk[];
}

/** "備考とメモを", "邮箱和电话": the fields right before a verb. */
export function fieldsBefore(chunks: readonly Chunk[], verb: number, start: number): Object | undefined {
  let at = verb - 1;
  while (
    at > start &&
    (isParticle(chunks[at], /^[をはも]$/) ||
      has(chunks[at], 'both', 'fieldWord', 'filler', 'valueWord', 'then', 'allTags')) &&
    !isField(chunks[at])
  )
    at--;
  if (!isField(chunks[at])) return undefined;
  let from = at;
  while (isJoint(chunks[from - 1]) && isField(chunks[from - 2]) && from - 2 >= start) from -= 2;
  return { from, said: chunks.slice(from, at + 1) };
}

/** "優先度をhighに", "把状态": the field that is written, and the value where it stands before the verb. */
export function settingBefore(chunks: readonly Chunk[], verb: number, start: number): Object | undefined {
  if (!isKana(chunks[verb]?.text ?? '')) return fieldsBefore(chunks, verb, start);
  for (let at = verb - 1; at >= start; at--) {
    if (!isParticle(chunks[at], /^[をは]$/) || !isField(chunks[at - 1])) continue;
    // "担当がいない注文は…に割り当てて": the records, and no field that is set.
    if (isParticle(chunks[at], /^は$/) && has(chunks[at - 1], 'noun')) continue;
    const value = chunks
      .slice(at + 1, verb)
      .filter((chunk, i, all) => !(i === all.length - 1 && (isParticle(chunk, /^[にへでと]$/) || has(chunk, 'as'))));
    const to = chunks[verb];
    // "highに優先度を設定": the value before the field.
    const early = value.length === 0 && isParticle(chunks[at - 2], /^[にへ]$/) && isName(chunks[at - 3]);
    const from = early ? at - 3 : at - 1;
    const field = chunks[at - 1];
    const given = early ? chunks.slice(at - 3, at - 2) : value;
    if (!to || !field || given.length === 0) return undefined;
    return { from, said: [field, mark(to, 'to', 'to'), ...given] };
  }
  return undefined;
}

/** "注文日を発送日にコピー", "下单日期复制到发货日期". */
export function copyBefore(chunks: readonly Chunk[], verb: number, start: number): Object | undefined {
  let at = verb - 1;
  while (at > start && isParticle(chunks[at])) at--;
  if (!isField(chunks[at])) return undefined;
  const behind = isParticle(chunks[at - 1], /^[を]$/) && isField(chunks[at - 2]) ? at - 2 : undefined;
  const to = chunks[verb];
  const [source, target] = behind === undefined ? [chunks[at], undefined] : [chunks[behind], chunks[at]];
  if (!source || !to || (behind ?? at) < start) return undefined;
  // "発送日が空欄だったら注文日をコピー": into the field spoken of.
  const implied = isKana(to.text) && !target ? chunks.slice(0, at).findLast(chunk => isField(chunk)) : undefined;
  const into = target ?? implied;
  return { from: behind ?? at, said: [source, ...(into ? [mark(to, 'into', 'to'), into] : [])] };
}
