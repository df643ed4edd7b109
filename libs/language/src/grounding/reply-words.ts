import { entries, pairs } from './words/entries';
import { fold } from './words/fold';
import type { Lexicon } from './lexicon';

/** What a reply to a question says: the place of an answer from 1 on, or one of these. */
export type Reply = number | 'yes' | 'none' | 'all' | 'last';

/** The letters and digits of a reply, as replies are looked up. */
export const replyKey = (text: string): string => (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');

/** Every reply of a language; what is said to all of the answers goes before what names one. */
export function repliesOf({ replies, ordinals = '' }: Lexicon): ReadonlyMap<string, Reply> {
  const said = (list: string, reply: Reply): (readonly [string, Reply])[] =>
    entries(list).map(phrase => [replyKey(phrase), reply] as const);
  return new Map([
    ...pairs(`${ordinals}|${replies.places ?? ''}`).map(([phrase, at]) => [replyKey(phrase), Number(at)] as const),
    ...said(replies.last, 'last'),
    ...said(replies.all, 'all'),
    ...said(replies.none, 'none'),
    ...said(replies.yes, 'yes'),
  ]);
}
