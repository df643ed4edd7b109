import { below } from './pointer';

export interface Place {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

/** Where every value of a JSON text stands, by its pointer. The text must be valid JSON. */
export function jsonPlaces(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let at = 0;
  let line = 1;

  const blank = (): void => {
    while (at < text.length && /\s/.test(text.charAt(at))) {
      if (text.charAt(at) === '\n') line += 1;
      at += 1;
    }
  };
  const string = (): string => {
    const from = at;
    at += 1;
    while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
    at += 1;
    return JSON.parse(text.slice(from, at)) as string;
  };
  const members = (close: string, member: (index: number) => void): void => {
    at += 1;
    blank();
    for (let index = 0; at < text.length && text.charAt(at) !== close; index += 1) {
      member(index);
      blank();
      if (text.charAt(at) === ',') at += 1;
      blank();
    }
    at += 1;
  };
  const value = (pointer: string): void => {
    blank();
    const [start, from] = [at, line];
    const first = text.charAt(at);
    if (first === '{') {
      members('}', () => {
        const name = string();
        blank();
        at += 1;
        value(below(pointer, name));
      });
    } else if (first === '[') members(']', index => value(below(pointer, index)));
    else if (first === '"') string();
    else while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at += 1;
    places.set(pointer, { start, end: at, line: from });
  };

  value('');
  return places;
}

/** The place a pointer names, or that of the nearest ancestor the text has. */
export function placeOf(places: ReadonlyMap<string, Place>, pointer: string): Place | undefined {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const place = places.get(path);
    if (place || path === '') return place;
  }
}
