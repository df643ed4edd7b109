/** How long a server asks to be left alone, from `retry-after-ms` or `retry-after` (seconds or a date); `undefined` where it says nothing usable. */
export function retryAfterMs(headers: Headers | undefined, nowMs: number): number | undefined {
  const exact = toNumber(headers?.get('retry-after-ms'));
  if (exact !== undefined) return exact;
  const text = headers?.get('retry-after');
  const seconds = toNumber(text);
  if (seconds !== undefined) return seconds * 1000;
  const date = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

function toNumber(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
