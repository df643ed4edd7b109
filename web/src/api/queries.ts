import { useQuery } from '@tanstack/react-query';
import { api, segment, withQuery } from './client';
import type { DataRecord, List, RecordType } from './contracts';

/** One page of a list; consoles show what fits and say when there is more. */
export const PAGE = 100;

export function useRecordTypes() {
  return useQuery({
    queryKey: ['record-types'],
    queryFn: ({ signal }) => api.get<List<RecordType>>(withQuery('/record-types', { limit: PAGE }), { signal }),
  });
}

export function useRecordType(name: string | undefined) {
  return useQuery({
    queryKey: ['record-types', name],
    enabled: name !== undefined,
    queryFn: ({ signal }) => api.get<RecordType>(`/record-types/${segment(name ?? '')}`, { signal }),
  });
}

export function useSample(name: string, isAllowed: boolean) {
  return useQuery({
    queryKey: ['record-types', name, 'sample'],
    enabled: isAllowed,
    queryFn: ({ signal }) =>
      api.get<List<DataRecord>>(withQuery(`/record-types/${segment(name)}/sample`, { limit: 20 }), { signal }),
  });
}
