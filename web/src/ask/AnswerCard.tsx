import { Alert, Badge, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { IconBan, IconHelpCircle, IconInfoCircle, IconMessageOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { QuestionOption } from '../api/contracts';
import { counted } from '../ui/count';
import { Confidence } from './Confidence';
import type { Turn } from './conversation';
import { PromptText } from './PromptText';
import { UnusedWords } from './UnusedWords';

interface AnswerCardProps {
  readonly turn: Turn;
  readonly isAsking: boolean;
  /** Whether the draft it led to was changed by hand since. */
  readonly isEdited: boolean;
  readonly choose: (option: number, text: string) => void;
  readonly lit: string | undefined;
  readonly onLight: (at: string | undefined) => void;
  /** The draft's views; shown where the answer is a rule. */
  readonly children: ReactNode;
}

export function AnswerCard({ turn, isAsking, isEdited, choose, lit, onLight, children }: AnswerCardProps) {
  const { answer } = turn;
  return (
    <Card data-testid="answer" data-outcome={answer.outcome}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
          <div style={{ minWidth: 0 }}>
            <Text size="xs" c="dimmed" fw={600} mb={2}>
              You asked
            </Text>
            <PromptText text={turn.text} answer={answer} lit={lit} onLight={onLight} />
          </div>
          {answer.outcome === 'rule' ? (
            <Confidence
              confidence={answer.confidence}
              unusedCount={answer.unused.length}
              translator={answer.translator}
            />
          ) : null}
        </Group>
        {answer.outcome === 'rule' ? <UnusedWords unused={answer.unused} isEdited={isEdited} /> : null}
        <Outcome turn={turn} isAsking={isAsking} choose={choose}>
          {children}
        </Outcome>
      </Stack>
    </Card>
  );
}

function Outcome({
  turn,
  isAsking,
  choose,
  children,
}: Pick<AnswerCardProps, 'turn' | 'isAsking' | 'choose' | 'children'>) {
  const { answer } = turn;
  switch (answer.outcome) {
    case 'rule':
      return (
        <>
          {children}
          <Assumptions assumptions={answer.assumptions} />
        </>
      );
    case 'clarify':
      return (
        <Alert color="ink" icon={<IconHelpCircle size={20} />} title={answer.question?.text ?? 'What did you mean?'}>
          <Stack gap="xs" mt={4}>
            {answer.question?.options.map((option, index) => (
              <Option key={index} option={option} disabled={isAsking} choose={() => choose(index, option.text)} />
            ))}
            <Text size="xs" c="dimmed">
              Or say it another way below.
            </Text>
          </Stack>
        </Alert>
      );
    case 'impossible':
      return (
        <Alert color="yellow" icon={<IconBan size={20} />} title="No rule can do this">
          {answer.reason ?? 'A rule looks at one record at a time and changes only that record.'}
        </Alert>
      );
    case 'offtopic':
      return (
        <Alert color="gray" icon={<IconMessageOff size={20} />} title="This is not about records">
          {answer.reason ?? 'Say which records you mean, and what should happen to them.'}
        </Alert>
      );
  }
}

function Option({
  option,
  disabled,
  choose,
}: {
  readonly option: QuestionOption;
  readonly disabled: boolean;
  readonly choose: () => void;
}) {
  return (
    <Button
      variant="default"
      justify="space-between"
      h="auto"
      py={9}
      disabled={disabled}
      onClick={choose}
      data-testid="option"
      styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
      rightSection={
        option.matched === undefined ? null : <Badge color="gray">{counted(option.matched, 'record')}</Badge>
      }
    >
      {option.text}
    </Button>
  );
}

function Assumptions({ assumptions }: { readonly assumptions: Turn['answer']['assumptions'] }) {
  if (assumptions.length === 0) return null;
  return (
    <Alert
      color="gray"
      icon={<IconInfoCircle size={18} />}
      title={assumptions.length === 1 ? 'Assumption' : 'Assumptions'}
      p="sm"
    >
      <List size="sm" spacing={2}>
        {assumptions.map((assumption, index) => (
          <List.Item key={index}>{typeof assumption === 'string' ? assumption : assumption.text}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
