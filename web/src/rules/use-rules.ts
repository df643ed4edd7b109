import { useQuery } from '@tanstack/react-query';
import { api, segment, withQuery } from '../api/client';
import type { List, RuleDetail, RuleListItem, RuleVersion, VersionState } from '../api/contracts';
import { PAGE } from '../api/queries';

export function useRules(filter: { readonly state?: VersionState; readonly recordType?: string }) {
  return useQuery({
    queryKey: ['rules', 'list', filter],
    queryFn: ({ signal }) => api.get<List<RuleListItem>>(withQuery('/rules', { ...filter, limit: PAGE }), { signal }),
  });
}

export function useRule(id: string) {
  return useQuery({
    queryKey: ['rules', id],
    queryFn: ({ signal }) => api.get<RuleDetail>(`/rules/${segment(id)}`, { signal }),
  });
}

export function useVersion(id: string, version: number | undefined) {
  return useQuery({
    queryKey: ['rules', id, 'versions', version],
    enabled: version !== undefined,
    queryFn: ({ signal }) => api.get<RuleVersion>(`/rules/${segment(id)}/versions/${version ?? 0}`, { signal }),
  });
}
