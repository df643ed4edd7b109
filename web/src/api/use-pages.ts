import { useInfiniteQuery } from '@tanstack/react-query';
import { api, withQuery } from './client';
import type { List } from './contracts';

const SIZE = 50;

/** A list read page by page, newest first as the service gives it. */
export function usePages<Item>(path: string, filter: { readonly [name: string]: string | undefined } = {}) {
  return useInfiniteQuery({
    queryKey: ['pages', path, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      api.get<List<Item>>(withQuery(path, { ...filter, limit: SIZE, cursor: pageParam }), { signal }),
    getNextPageParam: page => page.next ?? undefined,
  });
}

/** All items of the pages read so far. */
export function itemsOf<Item>(pages: { readonly pages: readonly List<Item>[] } | undefined): readonly Item[] {
  return pages?.pages.flatMap(page => page.items) ?? [];
}
