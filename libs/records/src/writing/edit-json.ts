import { parseTree, type Node } from 'jsonc-parser';
import type { JsonValue } from '@lib/rules';

/** How a text sets its parts apart, taken from the object that is edited. */
interface Style {
  readonly colon: string;
  readonly comma: string;
}

/**
 * Sets the value at a path of a JSON object, in its text: what is elsewhere stays as it stands, what is new follows the
 * habits of its surroundings. Objects missing on the way are made.
 */
export function editJson(text: string, path: readonly string[], value: JsonValue): string {
  const root = parseTree(text);
  if (root?.type !== 'object') return text;
  let node = root;
  for (const [index, step] of path.entries()) {
    const found = propertyOf(node, step);
    const rest = path.slice(index + 1);
    if (!found) return insert(text, node, step, wrap(rest, value));
    if (rest.length === 0 || found.type !== 'object')
      return replace(text, found, wrap(rest, value), styleOf(text, node));
    node = found;
  }
  return text;
}

/** As JSON.parse sees it: of a key that comes twice, the last. */
function propertyOf(object: Node, key: string): Node | undefined {
  return object.children?.findLast(property => property.children?.[0]?.value === key)?.children?.[1];
}

function wrap(path: readonly string[], value: JsonValue): JsonValue {
  return path.reduceRight<JsonValue>((inner, step) => ({ [step]: inner }), value);
}

function insert(text: string, object: Node, key: string, value: JsonValue): string {
  const style = styleOf(text, object);
  const property = JSON.stringify(key) + style.colon + stringify(value, style);
  const last = object.children?.at(-1);
  if (!last) return splice(text, object.offset + 1, object.offset + 1, property);
  const end = last.offset + last.length;
  return splice(text, end, end, style.comma + property);
}

function replace(text: string, node: Node, value: JsonValue, style: Style): string {
  const end = node.offset + node.length;
  if (node.type === 'array' && Array.isArray(value)) {
    const kept = node.children ?? [];
    const added = value.slice(kept.length) as JsonValue[];
    const isGrown =
      added.length > 0 && kept.every((element, index) => isSame(text, element, value[index] as JsonValue));
    const last = kept.at(-1);
    if (isGrown && last) {
      const comma =
        separatorBetween(text, kept) ?? `,${style.comma.includes(' ') || style.comma.includes('\n') ? ' ' : ''}`;
      const place = last.offset + last.length;
      return splice(text, place, place, added.map(element => comma + stringify(element, style)).join(''));
    }
  }
  return splice(text, node.offset, end, stringify(value, style));
}

function isSame(text: string, node: Node, value: JsonValue): boolean {
  try {
    const own: unknown = JSON.parse(text.slice(node.offset, node.offset + node.length));
    return JSON.stringify(own) === JSON.stringify(value);
  } catch {
    return false;
  }
}

function styleOf(text: string, object: Node): Style {
  const properties = object.children ?? [];
  const first = properties[0];
  const [key, value] = first?.children ?? [];
  const colon = key && value ? text.slice(key.offset + key.length, value.offset) : ':';
  const lead = first ? text.slice(object.offset + 1, first.offset) : '';
  const between = separatorBetween(text, properties);
  return { colon, comma: between ?? `,${lead.includes('\n') ? lead : colon.endsWith(' ') ? ' ' : ''}` };
}

function separatorBetween(text: string, nodes: readonly Node[]): string | undefined {
  const last = nodes.at(-1);
  const before = nodes.at(-2);
  return last && before ? text.slice(before.offset + before.length, last.offset) : undefined;
}

function stringify(value: JsonValue, style: Style): string {
  const isSpaced = style.colon.endsWith(' ') || style.comma.endsWith(' ');
  if (!isSpaced || value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(element => stringify(element as JsonValue, style)).join(', ')}]`;
  const properties = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${stringify(part, style)}`);
  return properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`;
}

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
