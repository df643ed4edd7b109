import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Problem } from '../api/contracts';
import { bySeverity } from './read-draft';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly placeWords?: (problem: Problem) => string | undefined;
  readonly onChoose?: (problem: Problem) => void;
}

const LOOKS = {
  error: { color: 'red', word: 'Error' },
  warning: { color: 'yellow', word: 'Warning' },
  info: { color: 'gray', word: 'Note' },
} as const;

export function ProblemList({ problems, placeWords, onChoose }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <Stack gap={8} role="list" aria-label="Problems">
      {bySeverity(problems).map((problem, index) => {
        const look = LOOKS[problem.severity];
        const place = placeWords?.(problem);
        const Icon = problem.severity === 'info' ? IconInfoCircle : IconAlertTriangle;
        return (
          <Alert
            key={index}
            role="listitem"
            color={look.color}
            p="xs"
            px="sm"
            icon={<Icon size={18} />}
            data-code={problem.code}
          >
            <Text size="sm" fw={550}>
              {place ? (
                <>
                  <Anchor component="button" type="button" size="sm" fw={650} onClick={() => onChoose?.(problem)}>
                    {place}
                  </Anchor>
                  {': '}
                </>
              ) : null}
              {problem.message}
            </Text>
            {problem.hint ? (
              <Text size="sm" c="dimmed">
                {problem.hint}
              </Text>
            ) : null}
          </Alert>
        );
      })}
    </Stack>
  );
}
