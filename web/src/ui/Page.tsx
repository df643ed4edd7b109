import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, intro, above, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rulewright`;
  }, [title]);
  return (
    <Box className="page">
      <Stack gap="lg">
        <Stack gap={6}>
          {above}
          <Group justify="space-between" align="flex-end" wrap="nowrap">
            <Box style={{ minWidth: 0 }}>
              <Title order={1} style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Title>
              {intro ? (
                <Text c="dimmed" size="sm" mt={4} component="div">
                  {intro}
                </Text>
              ) : null}
            </Box>
            {actions ? (
              <Group gap="xs" wrap="nowrap">
                {actions}
              </Group>
            ) : null}
          </Group>
        </Stack>
        {children}
      </Stack>
    </Box>
  );
}
