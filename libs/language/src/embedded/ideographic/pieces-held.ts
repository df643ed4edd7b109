import { has, isField } from '../cursor';
import { isKana, isName, isParticle, isTagNoun, mark, moved } from './pieces';
import type { Chunk } from '../../grounding/link-words';
import { isIdeographic } from '../../grounding/words/join-words';

/** A sign amid words that run on without blanks is what is looked for: "不含@的订单", "メールに@がない". */
function asSign(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const chunk = chunks[at];
  const plain = chunk?.quote === undefined && chunk?.roles.length === 0 && chunk.values.length === 0;
  if (!chunk || !plain || !/^[^\p{L}\p{N}\s"'()（）。，、]{1,3}$/u.test(chunk.text)) return undefined;
  return isIdeographic(chunks[at - 1]?.text ?? '') ? { ...chunk, quote: chunk.text } : undefined;
}

/** A text field by its name, that a text may stand in. */
const isTexts = (chunk: Chunk | undefined): boolean => {
  const type = isField(chunk) && !isName(chunk) ? chunk?.fields[0]?.field.type : undefined;
  return type === 'text' && !has(chunk, 'tagNoun');
};

/** A piece in quotes that no record holds as a whole. */
const isPiece = (chunk: Chunk | undefined): chunk is Chunk => chunk?.quote !== undefined && chunk.values.length === 0;

/** Little words between the field and what says that something is there: "邮箱填了但里面没有", "备注里没有". */
const LITTLE = ['in', 'lastBehind', 'where', 'of', 'filler', 'among'] as const;

/** "备注里没有“急”", "邮箱不含“@”": the field, the denial, the piece. */
function behind(ordered: Chunk[], at: number): void {
  const [word, piece] = [ordered[at], ordered[at + 1]];
  if (!word || word.quote !== undefined || isKana(word.text) || !has(word, 'without') || !isPiece(piece)) return;
  let field = at - 1;
  while (has(ordered[field], ...LITTLE) && !isField(ordered[field])) field--;
  const led =
    isTexts(ordered[field]) || (field < at - 1 && has(ordered[field], 'but') && has(ordered[field - 1], 'filled'));
  if (!led || isTagNoun(ordered[at + 2])) return;
  ordered.splice(field + 1, at - field, mark(word, 'not', 'not'), mark(word, 'contains', 'contains'));
}

/** "備考に「至急」がある", "メールに「@」がない": the field, whether it is there, the piece. */
function before(ordered: Chunk[], at: number): void {
  const word = ordered[at];
  if (!word || word.quote !== undefined || !isKana(word.text) || isField(word)) return;
  const lacks = has(word, 'empty', 'without');
  if (!lacks && !has(word, 'filled', 'have')) return;
  const last = isParticle(ordered[at - 1], /^[がはもの]$/) ? at - 2 : at - 1;
  const piece = ordered[last];
  const field = isParticle(ordered[last - 1], /^(?:に|には|の中に)$/) ? last - 2 : -1;
  if (!isPiece(piece) || !isTexts(ordered[field])) return;
  const said = [...(lacks ? [mark(word, 'not', 'not')] : []), mark(word, 'contains', 'contains'), piece];
  ordered.splice(field + 1, at - field, ...moved(said));
}

/** A piece of text that is said to be there, or not, in the words that look for it. */
export function piecesHeld(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = chunks.map((chunk, at) => asSign(chunks, at) ?? chunk);
  if (!ordered.some(isPiece)) return chunks;
  for (let at = 1; at < ordered.length; at++) {
    behind(ordered, at);
    before(ordered, at);
  }
  return ordered;
}
