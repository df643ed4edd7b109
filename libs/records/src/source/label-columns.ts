/**
 * One distinct label per column, in order: outer blanks go, a column without a header is named by its place, and a
 * header that comes again gets a number (`Name`, `Name (2)`).
 */
export function labelColumns(headers: readonly string[]): readonly string[] {
  const given = new Set(headers.map(header => header.trim()));
  const taken = new Set<string>();
  // Where counting goes on: thousands of columns may all be called the same.
  const counted = new Map<string, number>();
  return headers.map((header, index) => {
    const base = header.trim() || `Column ${index + 1}`;
    let label = base;
    let count = counted.get(base) ?? 2;
    for (; taken.has(label) || (label !== base && given.has(label)); count += 1) label = `${base} (${count})`;
    counted.set(base, count);
    taken.add(label);
    return label;
  });
}
