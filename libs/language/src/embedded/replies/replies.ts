import { fold } from '../../grounding/words/fold';
import type { CompiledLexicon } from '../../grounding/compiled-lexicon';
import type { Grounding } from '../../grounding/link-words';
import { type Reply, replyKey } from '../../grounding/reply-words';

/** More words than these are no reply but a request. */
const MOST_WORDS = 6;

/** What a whole text replies to a question, in the language it was read in or any other known there: which answer, yes, none, all. */
export function replyIn(text: string, { lexicons }: Grounding): Reply | undefined {
  const key = replyKey(text);
  if (key === '') return undefined;
  for (const lexicon of lexicons) {
    const reply = lexicon.replies.get(key) ?? amongWords(key, lexicon);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/** "the second one please", "option 2" */
function amongWords(key: string, { replies, besideReplies, numbers }: CompiledLexicon): Reply | undefined {
  const words = key.split(' ');
  if (words.length > MOST_WORDS) return undefined;
  const said = words.filter(word => !besideReplies.has(word));
  const [only] = said;
  if (only === undefined) return undefined;
  const reply = replies.get(said.join(' '));
  if (reply !== undefined || said.length > 1) return reply;
  return /^\d$/.test(only) ? Number(only) : numbers.get(fold(only));
}
