import { count } from './count';

/** A list in a line: the first of them, and how many more there are. */
export function someOf(items: readonly string[], most = 30): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${count(items.length - most)} more` : shown;
}
