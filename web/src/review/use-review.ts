import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, segment, withQuery } from '../api/client';
import type { List, Review, RuleListItem } from '../api/contracts';
import { IdempotencyKeys } from '../api/idempotency';
import { PAGE } from '../api/queries';

export function useInbox(isAllowed = true) {
  return useQuery({
    queryKey: ['rules', 'in-review'],
    enabled: isAllowed,
    refetchInterval: 30_000,
    queryFn: ({ signal }) =>
      api.get<List<RuleListItem>>(withQuery('/rules', { state: 'in-review', limit: PAGE }), { signal }),
  });
}

/** How many versions wait for a decision, as the navigation shows it. */
export function useInboxCount(isAllowed: boolean): string | undefined {
  const inbox = useInbox(isAllowed);
  const waiting = inbox.data?.items.length ?? 0;
  if (waiting === 0) return undefined;
  return inbox.data?.next ? `${waiting}+` : String(waiting);
}

export function useReview(id: string, version: number) {
  return useQuery({
    queryKey: ['rules', id, 'review', version],
    queryFn: ({ signal }) => api.get<Review>(`/rules/${segment(id)}/versions/${version}/review`, { signal }),
  });
}

export interface Decided {
  readonly decision: 'approve' | 'reject';
  /** The hash that was on the screen: the decision is about exactly that. */
  readonly hash: string;
  readonly comment?: string;
}

export function useDecision(id: string, version: number) {
  return useAct<Decided>(`/rules/${segment(id)}/versions/${version}/decision`, 'POST');
}

export function useActivation(id: string) {
  return useAct<{ readonly version: number }>(`/rules/${segment(id)}/activation`, 'POST');
}

export function useDeactivation(id: string) {
  return useAct<undefined>(`/rules/${segment(id)}/activation`, 'DELETE');
}

function useAct<Body>(path: string, method: 'POST' | 'DELETE') {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys(newKey));
  return useMutation({
    mutationFn: async (body: Body) => {
      const options = { idempotencyKey: keys.current.keyFor(path, body) };
      // An act can be done again later (activate, deactivate, activate), so an accepted key is not used twice.
      await (method === 'POST' ? api.post(path, body, options) : api.delete(path, options));
      keys.current.accepted(path, body);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['rules'] }),
  });
}
