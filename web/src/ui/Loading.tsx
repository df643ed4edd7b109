import { Skeleton, Stack } from '@mantine/core';

export function Loading({ lines = 4, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <Stack gap="sm" role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={index === 0 ? 28 : 18} width={`${92 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
