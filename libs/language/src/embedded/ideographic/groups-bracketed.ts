import { ACTING_VERBS, has, isBound, isField } from '../cursor';
import { bracketed, isName, isParticle } from './pieces';
import type { Chunk } from '../../grounding/link-words';

const ACTS = [...ACTING_VERBS, 'copy', 'flag'] as const;

const saysSomething = (chunks: readonly Chunk[]): boolean => chunks.some(chunk => isName(chunk) || isField(chunk));
const hasChoice = (chunks: readonly Chunk[]): boolean => chunks.some(chunk => has(chunk, 'or') && !isName(chunk));

/** Where what is to be done begins, behind the comma before it. */
function actionFrom(chunks: readonly Chunk[]): number {
  const at = chunks.findIndex(
    (chunk, i) =>
      i > 0 && chunk.quote === undefined && has(chunk, ...ACTS) && isBound(chunks[i - 1]) && !isField(chunk),
  );
  return at < 0 ? chunks.length : at - 1;
}

/** "、あるいは", "，或者": the next of several that will do. */
const opensAlternative = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'or') && (/^[、，,]/.test(chunks[at]?.key ?? '') || has(chunks[at - 1], 'comma'));

/** What stands behind the words that close a description of the records: "…の注文で", "…的机器，". */
function limitFrom(chunks: readonly Chunk[]): number | undefined {
  for (let at = 1; at < chunks.length - 1; at++) {
    if (!has(chunks[at - 1], 'noun') || isName(chunks[at - 1])) continue;
    const joined = isParticle(chunks[at], /^で$/) || chunks[at]?.key === 'で 、';
    if ((joined || has(chunks[at], 'comma')) && !has(chunks[at + 1], 'or')) return at + 1;
  }
  return undefined;
}

function grouped(chunks: readonly Chunk[]): readonly Chunk[] {
  const from = limitFrom(chunks);
  if (from === undefined) return chunks;
  const head = chunks.slice(0, from);
  const rest = chunks.slice(from);
  return saysSomething(head) && saysSomething(rest) && hasChoice(rest) ? [...head, ...bracketed(rest)] : chunks;
}

/** "VIPの注文で未払いまたは保留のもの": a choice reaches no further than its clause. */
export function groupsBracketed(chunks: readonly Chunk[]): readonly Chunk[] {
  const end = actionFrom(chunks);
  const said = chunks.slice(0, end);
  const cuts = said.flatMap((_, at) => (opensAlternative(said, at) ? [at] : []));
  if (cuts.length === 0) return [...grouped(said), ...chunks.slice(end)];
  const parts = [0, ...cuts.map(at => at + 1)].map((from, i) => said.slice(from, cuts[i] ?? said.length));
  const inner = parts.map(grouped);
  const some = inner.some((part, i) => part !== parts[i]);
  return [
    ...inner.flatMap((part, i) => {
      const or = i === 0 ? [] : said.slice(cuts[i - 1], (cuts[i - 1] ?? 0) + 1);
      return [...or, ...(some ? bracketed(part) : part)];
    }),
    ...chunks.slice(end),
  ];
}
