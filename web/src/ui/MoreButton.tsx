import { Button, Center } from '@mantine/core';

interface MoreButtonProps {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly load: () => void;
}

export function MoreButton({ hasMore, isLoading, load }: MoreButtonProps) {
  if (!hasMore) return null;
  return (
    <Center>
      <Button variant="default" size="xs" loading={isLoading} onClick={load}>
        Show more
      </Button>
    </Center>
  );
}
