import { Badge } from '@mantine/core';
import type { Field } from '../api/contracts';

export function FieldType({ type }: { readonly type: Field['type'] }) {
  return (
    <Badge size="sm" color="gray" radius="sm" style={{ flex: 'none' }}>
      {type}
    </Badge>
  );
}
