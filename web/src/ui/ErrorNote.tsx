import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem, problemWords } from '../api/api-problem';

interface ErrorNoteProps {
  readonly error: unknown;
  readonly again?: () => void;
}

export function ErrorNote({ error, again }: ErrorNoteProps) {
  if (!error) return null;
  const words = problemWords(error);
  const problems = error instanceof ApiProblem && error.problems.length > 1 ? error.problems : [];
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />} title={words.title}>
      <Stack gap={6} align="flex-start">
        {words.message !== words.title ? <Text size="sm">{words.message}</Text> : null}
        {problems.map((problem, index) => (
          <Text size="sm" key={index}>
            {problem.message}
            {problem.hint ? ` ${problem.hint}` : ''}{' '}
            {problem.at ? (
              <Text span c="dimmed" className="code">
                {problem.at}
              </Text>
            ) : null}
          </Text>
        ))}
        {words.hint && problems.length === 0 ? (
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
        ) : null}
        {again && isWorthAgain(error) ? (
          <Button size="xs" variant="default" onClick={again}>
            Try again
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

/** What is wrong with a request stays wrong until it is changed. */
function isWorthAgain(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status !== 422;
}
