/** A day that exists: the thirtieth of February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A time of a day that exists. */
export function isMoment(text: string): boolean {
  return text.length > 10 && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}
