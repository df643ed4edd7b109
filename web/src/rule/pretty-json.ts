/** JSON with what fits on a line on one line, so that a rule reads like a rule. Parsing it gives the same value. */
export function prettyJson(value: unknown, width = 88, indent = 0): string {
  const flat = flatJson(value);
  if (typeof value !== 'object' || value === null || indent + flat.length <= width) return flat;
  const inner = ' '.repeat(indent + 2);
  const close = `\n${' '.repeat(indent)}`;
  if (Array.isArray(value))
    return `[\n${value.map(item => inner + prettyJson(item, width, indent + 2)).join(',\n')}${close}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)}: ${prettyJson(member, width, indent + 2)}`,
  );
  return `{\n${members.join(',\n')}${close}}`;
}

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(flatJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${flatJson(member)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value) ?? 'null';
}
