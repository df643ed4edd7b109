import type { JsonValue } from '@lib/rules';

type Parts = readonly (readonly [label: string, part: JsonValue])[];

/** JSON on as few lines as fit: a part stands on one line where it can, else its parts stand below each other. */
export function logicLines(logic: JsonValue, width: number, indent = ''): string[] {
  const flat = oneLine(logic);
  if (indent.length + flat.length <= width - 2 || logic === null || typeof logic !== 'object') return [indent + flat];
  const inner = `${indent}  `;
  const parts = partsOf(logic);
  const [open, close] = Array.isArray(logic) ? ['[', ']'] : ['{', '}'];
  const body = parts.flatMap(([label, part], index) => {
    const [first = '', ...rest] = logicLines(part, width, inner);
    const lines = [inner + label + first.trimStart(), ...rest];
    if (index < parts.length - 1) lines[lines.length - 1] += ',';
    return lines;
  });
  return [indent + open, ...body, indent + close];
}

function oneLine(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return literal(value);
  const parts = partsOf(value).map(([label, part]) => label + oneLine(part));
  if (Array.isArray(value)) return `[${parts.join(', ')}]`;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function partsOf(value: JsonValue): Parts {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(part => ['', part]);
  return Object.entries(value as { readonly [key: string]: JsonValue }).map(([key, part]) => [
    `${literal(key)}: `,
    part,
  ]);
}

/** A literal as JSON; characters that would repaint a screen are escaped, so what is shown is still the same JSON. */
function literal(value: JsonValue): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
