import { Badge } from '@mantine/core';
import type { VersionState } from '../api/contracts';

const COLORS: { readonly [state in VersionState]: string } = {
  draft: 'gray',
  'in-review': 'yellow',
  approved: 'blue',
  rejected: 'red',
  active: 'teal',
  superseded: 'gray',
  retired: 'gray',
};

export function StateBadge({ state }: { readonly state: VersionState }) {
  return (
    <Badge color={COLORS[state]} variant={state === 'active' ? 'filled' : 'light'} data-state={state}>
      {state}
    </Badge>
  );
}
