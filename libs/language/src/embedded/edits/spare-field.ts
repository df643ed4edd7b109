import { has, isBound, isFiller } from '../cursor';
import { mentions, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, isSilent, type ReadStep } from './edit-step';

const DOING = [
  'setTo',
  'change',
  'clear',
  'remove',
  'add',
  'upper',
  'lower',
  'title',
  'trim',
  'copy',
  'mask',
  'fill',
] as const;

/** "don't clear the fax", "no need to touch the status", "leave the status as it is": what was to be done to a field is not. */
export const spareField: ReadStep = ({ chunks, rule }) => {
  const named = chunks.filter(
    chunk =>
      chunk.values.length === 0 &&
      chunk.quote === undefined &&
      rule.actions.some(action => 'field' in action && isOf(chunk, action.field)),
  );
  const [field, ...others] = named;
  if (!field || others.length > 0) return undefined;
  const gone = rule.actions.filter(action => 'field' in action && isOf(field, action.field));
  const set = gone.flatMap(action => ('field' in action && action.type === 'setValue' ? [action] : []));
  const at = chunks.indexOf(field);
  const denied = chunks.some(isDenial) && chunks.some((chunk, i) => chunk !== field && isDoing(chunk, i < at));
  const kept =
    chunks.some(chunk => chunk !== field && isKept(chunk)) && !chunks.some(chunk => has(chunk, 'only', 'not'));
  if (!(denied || kept)) return undefined;
  const isKnown = (chunk: Chunk, i: number): boolean =>
    chunk === field ||
    set.some(({ field: name, value }) =>
      chunk.values.some(link => link.field.name === name && link.stored.some(text => text === value)),
    ) ||
    (isSilent({ ...chunk, roles: chunk.roles.filter(role => role !== 'not') }) &&
      chunk.values.length === 0 &&
      (isCarrier(chunk) ||
        isFiller(chunk) ||
        isBound(chunk) ||
        isDenial(chunk) ||
        isKept(chunk) ||
        isDoing(chunk, i < at) ||
        has(chunk, 'may', 'holds', 'give', 'be', 'does', 'outVerb', 'outWord', 'off', 'instead', 'enough', 'nothing')));
  if (!chunks.every(isKnown)) return undefined;
  return { rules: [{ ...rule, actions: rule.actions.filter(action => !gone.includes(action)) }], used: chunks };
};

const isOf = ({ fields }: Chunk, name: string): boolean =>
  fields.some(({ field, score }) => score >= 0.5 && field.name === name);

const isDenial = (chunk: Chunk): boolean =>
  chunk.quote === undefined && has(chunk, 'not', 'drop', 'no', 'without', 'nothing', 'never');

/** "clear", "touch"; "the fax must not be empty" asks for one, and orders nothing. */
const isDoing = (chunk: Chunk, isBefore: boolean): boolean =>
  chunk.quote === undefined &&
  (says(chunk, 'touching') || (has(chunk, ...DOING) && (isBefore || !has(chunk, 'empty', 'filled'))));

/** "stays", "as it is", "leave it alone" */
const isKept = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (has(chunk, 'kept') || mentions(chunk, 'keeping') || says(chunk, 'letBe'));
