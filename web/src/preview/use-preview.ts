import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { DraftRule, Preview } from '../api/contracts';

/** The preview of a draft; the one that came with the translation is used as long as the draft is that translation's. */
export function useDraftPreview(
  recordType: string | undefined,
  draft: DraftRule | undefined,
  received: Preview | undefined,
) {
  const { condition, actions, glossary } = draft ?? {};
  const body = { recordType, condition, actions, glossary, limit: 20 };
  return useQuery({
    queryKey: ['preview', body],
    enabled: recordType !== undefined && draft !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
    ...(received ? { initialData: received } : {}),
    queryFn: ({ signal }) => api.post<Preview>('/previews', body, { signal }),
  });
}
