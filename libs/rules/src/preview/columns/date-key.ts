const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/**
 * A number for a text that begins like an ISO date or datetime, NaN for any other. Of two such texts the one with the
 * smaller number is the smaller text; only where the numbers are the same do the texts themselves have to be compared.
 */
export function dateKey(text: string): number {
  // The same place, the same sign between digits: so texts are ordered as their digits are. A day alone is a beginning
  // of all its instants and so below them.
  if (text.length === 10) return DAY.test(text) ? digits(text, 0, 4) * 1e10 + monthAndDay(text) - 0.5 : Number.NaN;
  if (!INSTANT.test(text)) return Number.NaN;
  const seconds = digits(text, 11, 2) * 1e4 + digits(text, 14, 2) * 1e2 + digits(text, 17, 2);
  return digits(text, 0, 4) * 1e10 + monthAndDay(text) + seconds;
}

function monthAndDay(text: string): number {
  return digits(text, 5, 2) * 1e8 + digits(text, 8, 2) * 1e6;
}

function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let i = from; i < from + count; i++) number = number * 10 + text.charCodeAt(i) - 48;
  return number;
}
