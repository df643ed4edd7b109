import { createHash } from 'node:crypto';

import type { Page, PageRequest } from '../database/page';
import { HttpProblem } from './problem';

/**
 * A page of a list of this name. Its `next` is good for that list alone: a cursor that is not one of its own, or was cut
 * on the way, is refused instead of giving a page that nobody asked for.
 */
export async function paged<T>(
  list: string,
  { limit, cursor }: PageRequest,
  read: (page: PageRequest) => Promise<Page<T>>,
): Promise<Page<T>> {
  const { items, next } = await read({ limit, ...(cursor !== undefined && { cursor: keyIn(list, cursor) }) });
  return { items, next: next === null ? null : cursorOf(list, next) };
}

function cursorOf(list: string, key: string): string {
  const check = createHash('sha256').update(`${list} ${key}`).digest('base64url').slice(0, 12);
  return `${Buffer.from(key).toString('base64url')}.${check}`;
}

function keyIn(list: string, cursor: string): string {
  const key = Buffer.from(cursor.split('.')[0] ?? '', 'base64url').toString();
  if (key !== '' && cursorOf(list, key) === cursor) return key;
  throw new HttpProblem(
    400,
    'bad-cursor',
    'The cursor is none of this list: send the "next" of the page before as it is.',
  );
}
