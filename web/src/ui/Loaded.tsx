import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNote } from './ErrorNote';
import { Loading } from './Loading';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data, Error>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** The three faces of every answer: on its way, refused, here. */
export function Loaded<Data>({ query, lines, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorNote error={query.error} again={() => void query.refetch()} />;
  return <Loading {...(lines === undefined ? {} : { lines })} />;
}
