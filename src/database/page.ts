/** One page of a list: `next`, the key of its last item, is handed back as `cursor` to go on, null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * Makes a page of rows fetched with `limit + 1`: the extra row only tells that there is more.
 * `keyOf` gives the cursor of the last row shown.
 */
export function pageOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
  view: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}
