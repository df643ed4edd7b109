import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, segment } from '../api/client';
import type { DraftRule, RuleVersion } from '../api/contracts';
import { IdempotencyKeys } from '../api/idempotency';

interface RuleToSave extends DraftRule {
  readonly recordType: string;
  readonly priority: number;
  readonly promptId?: string;
}

/** Saves a draft and sends it for review. A try after a lost answer is the same two calls, so nothing is saved twice. */
export function useSaveRule(target: { readonly id: string; readonly version: number } | undefined) {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys(newKey));
  return useMutation({
    mutationFn: async (rule: RuleToSave): Promise<RuleVersion> => {
      const path = target ? `/rules/${segment(target.id)}/versions` : '/rules';
      // Saved after the version it was made from, so that a version saved meanwhile by somebody else is not passed over.
      const body = target ? { ...rule, after: target.version } : rule;
      const saved = await api.post<RuleVersion>(path, body, { idempotencyKey: keys.current.keyFor(path, body) });
      const submission = `/rules/${segment(saved.id)}/versions/${saved.version}/submission`;
      await api.post(submission, undefined, { idempotencyKey: keys.current.keyFor(submission, saved.hash) });
      return saved;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['rules'] }),
  });
}
