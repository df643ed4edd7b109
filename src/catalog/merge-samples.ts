/**
 * One sample of two sets of records, each with the share its set has in the whole. The records of a sample stand in no
 * order that matters, so a stretch of evenly spaced ones is as good a part of it as any, and the same every time.
 */
export function mergeSamples<T>(
  older: readonly T[],
  olderTotal: number,
  newer: readonly T[],
  newerTotal: number,
  size: number,
): readonly T[] {
  if (older.length + newer.length <= size && older.length === olderTotal) return [...older, ...newer];
  const share = Math.round((size * olderTotal) / (olderTotal + newerTotal));
  const fromOlder = Math.min(older.length, Math.max(share, size - newer.length));
  return [...evenly(older, fromOlder), ...evenly(newer, Math.min(newer.length, size - fromOlder))];
}

function evenly<T>(items: readonly T[], count: number): readonly T[] {
  if (count >= items.length) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}
