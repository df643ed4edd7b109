import type { ActionContext, FoundAction } from '../action-text';
import { bareNameAt } from './bare-tags';
import { has, isBound } from '../../cursor';
import { closesSaying } from '../../saying';

/** "vip no longer applies to anybody abroad", "the newbie tag can go for …": a tag of which it is said that it is over. */
export function parseObsolete(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (at > 0 && !isBound(chunks[at - 1]) && !has(chunks[at - 1], 'and', 'then', 'det')) return undefined;
  let from = at;
  while (from < at + 2 && has(chunks[from], 'det', 'them') && !has(chunks[from], 'tagNoun')) from++;
  const noun = has(chunks[from], 'tagNoun') && chunks[from]?.quote === undefined;
  const name = bareNameAt(context, noun ? from + 1 : from);
  const named = name && has(chunks[name.to], 'tagNoun') && chunks[name.to]?.quote === undefined;
  const over = name && (named ? name.to + 1 : name.to);
  // "leased tag off for …"
  const off = named && has(chunks[over ?? -1], 'off') && has(chunks[(over ?? 0) + 1], 'for', 'on', 'where', 'if');
  if (!name || over === undefined || !(noun || named || name.sure)) return undefined;
  if (!off && !has(chunks[over], 'obsolete')) return undefined;
  // "the vip tag should go on big accounts": where it is to be.
  if (closesSaying(chunks[over], 'landsOn') && has(chunks[over + 1], 'on', 'to')) return undefined;
  const joint = has(chunks[over + 1], 'to', 'for', 'on') && !has(chunks[over + 1], 'where', 'det');
  return { actions: [{ type: 'removeTag', value: name.value }], to: joint ? over + 2 : over + 1 };
}
