const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** An ISO date, or an instant with its zone, in UTC to the millisecond. `2026-02-30` is none: it would roll over into March. */
export function readInstant(text: string): string | undefined {
  const day = text.slice(0, 10);
  const [instant, midnight] = [new Date(text), new Date(`${day}T00:00:00Z`)];
  if (!INSTANT.test(text) || Number.isNaN(instant.getTime()) || Number.isNaN(midnight.getTime())) return undefined;
  return midnight.toISOString().startsWith(day) ? instant.toISOString() : undefined;
}
