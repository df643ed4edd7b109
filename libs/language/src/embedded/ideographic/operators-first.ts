import { comparisonsFirst, textVerbsFirst } from '../reorder';
import { bothJoined, denialsFirst, neitherFirst, yetOnce } from './denials-first';
import { exceptionsFirst } from './exceptions';
import { textsQuoted } from './texts-quoted';
import { verbsFirst } from './verbs-first';
import type { Chunk } from '../../grounding/link-words';

/** Everything that Chinese or Japanese says behind what it is about goes before it, in the order the grammar reads. */
export function operatorsFirst(chunks: readonly Chunk[], text = ''): readonly Chunk[] {
  const acted = verbsFirst(textsQuoted(chunks, text));
  return denialsFirst(neitherFirst(exceptionsFirst(bothJoined(comparisonsFirst(textVerbsFirst(yetOnce(acted)))))));
}
