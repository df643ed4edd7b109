import type { Field, JsonLogic } from '@lib/rules';
import { has } from '../cursor';
import { fieldsIn, operationOf, rewrite } from '../meaning/logic-tree';
import type { Chunk } from '../../grounding/link-words';
import { type ReadStep, type Segment, type Step } from './edit-step';
import { sidesOf } from './replace-value';

/** "the amount paid rather than the amount claimed", "it should go by the ship date": another field in the same tests. */
export const swapField: ReadStep = segment => {
  const { chunks } = segment;
  if (chunks.some(chunk => chunk.number !== undefined && /\d/.test(chunk.text))) return undefined;
  const sides = sidesOf(chunks) ?? { from: [], to: chunks };
  const isSaid = chunks.some(chunk =>
    has(chunk, 'make', 'change', 'swap', 'insteadOf', 'notBut', 'instead', 'correction', 'setTo'),
  );
  return isSaid ? withField(segment, sides.from, sides.to) : undefined;
};

/** The field that words name most surely, of those that may be meant. */
function fieldNamed(
  chunks: readonly Chunk[],
  may: (field: Field) => boolean,
): { readonly chunk: Chunk; readonly field: Field } | undefined {
  const named = chunks.flatMap(chunk =>
    chunk.values.length > 0
      ? []
      : chunk.fields
          .filter(({ field, score }) => score >= 0.6 && may(field))
          .map(({ field, score }) => ({ chunk, field, score })),
  );
  return [...named].sort((a, b) => b.score - a.score)[0];
}

function withField(
  { rule, grounding, chunks }: Segment,
  from: readonly Chunk[],
  to: readonly Chunk[],
): Step | undefined {
  const read = fieldsIn(rule.condition);
  const { fields } = grounding.recordType;
  const next = fieldNamed(to, field => !read.has(field.name));
  if (!next) return undefined;
  const alike = fields.filter(({ name, type }) => read.has(name) && type === next.field.type);
  const old = from.length > 0 ? fieldNamed(from, field => alike.includes(field)) : undefined;
  const [only, ...others] = alike;
  const gone =
    old?.field ?? (from.length === 0 && others.length === 0 && next.field.type !== 'text' ? only : undefined);
  if (!gone || gone.type === 'boolean') return undefined;
  const condition = rewrite(rule.condition, node => exchanged(node, gone.name, next.field.name));
  return {
    rules: [{ ...rule, condition }],
    used: [
      next.chunk,
      ...(old ? [old.chunk] : []),
      ...chunks.filter(chunk => has(chunk, 'insteadOf', 'notBut', 'setTo', 'fieldWord', 'after', 'over')),
    ],
  };
}

function exchanged(node: JsonLogic, from: string, to: string): JsonLogic {
  const operation = operationOf(node);
  return operation?.operator === 'var' && operation.operands[0] === from ? { var: to } : node;
}
