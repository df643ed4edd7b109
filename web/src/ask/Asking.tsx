import { Box, Button, Card, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordType } from '../api/contracts';
import { ApiProblem } from '../api/api-problem';
import { PreviewPanel } from '../preview/PreviewPanel';
import { useDraftPreview } from '../preview/use-preview';
import { clauseAt } from '../rule/condition-tree';
import type { View } from '../rule/RuleViews';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { AnswerCard } from './AnswerCard';
import { promptOf } from './conversation';
import { useConversation } from './ConversationProvider';
import { draftBlock } from './draft-block';
import { heard } from './heard';
import { DraftPanel } from './DraftPanel';
import { EarlierTurns } from './EarlierTurns';
import { examplePrompts } from './example-prompts';
import { PromptBox } from './PromptBox';
import { SaveBar } from './SaveBar';
import { useAsk } from './use-ask';

/** The conversation about one record type: what was asked, the draft it led to, its evidence, and sending it for review. */
export function Asking({ recordType }: { readonly recordType: RecordType }) {
  const { conversation, tell } = useConversation();
  const ask = useAsk();
  const [looked, setLooked] = useState<string | undefined>();
  const [view, setView] = useState<View>('sentence');
  const [isBroken, setBroken] = useState(false);
  const last = conversation.turns.at(-1);
  const draft = conversation.draft;
  const lit = looked !== undefined && draft ? clauseAt(draft.condition, looked) : undefined;
  const [settled] = useDebouncedValue(draft, conversation.isEdited ? 350 : 0);
  const received = settled === last?.answer.rule ? last?.answer.preview : undefined;
  const preview = useDraftPreview(recordType.name, settled, received);
  const problems = preview.data?.problems ?? (preview.error instanceof ApiProblem ? preview.error.problems : []);
  const send = async (text: string, option?: number): Promise<boolean> => {
    try {
      await ask.mutateAsync(option === undefined ? { text } : { text, option });
      return true;
    } catch {
      return false;
    }
  };
  const startOver = (): void => {
    ask.reset();
    setView('sentence');
    tell({ type: 'started-over' });
  };
  const draftPanel = draft ? (
    <DraftPanel
      draft={draft}
      recordType={recordType}
      received={last?.answer.outcome === 'rule' ? last.answer.explanation : undefined}
      isEdited={conversation.isEdited}
      before={last?.before}
      problems={problems}
      lit={lit}
      onLight={setLooked}
      onEdit={next => tell({ type: 'edited', draft: next })}
      onBroken={setBroken}
      view={view}
      onShow={setView}
    />
  ) : null;
  const isOpen = conversation.turns.length > 0 || draft !== undefined;

  return (
    <Stack gap="md">
      <VisuallyHidden role="status">{heard(last, preview.data)}</VisuallyHidden>
      {isOpen ? (
        <Group justify="space-between">
          <EarlierTurns turns={conversation.turns.slice(0, -1)} />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconRefresh size={15} />}
            onClick={startOver}
          >
            Start over
          </Button>
        </Group>
      ) : null}
      {last ? (
        <AnswerCard
          turn={last}
          isAsking={ask.isPending}
          isEdited={conversation.isEdited}
          choose={(option, text) => void send(text, option)}
          lit={lit}
          onLight={setLooked}
        >
          {draftPanel}
        </AnswerCard>
      ) : null}
      {draft && last?.answer.outcome !== 'rule' ? (
        <Card>
          <Text size="xs" c="dimmed" fw={600} mb={4}>
            {last ? 'The draft so far' : 'A new version of this rule'}
          </Text>
          {draftPanel}
        </Card>
      ) : null}
      <PromptBox isFollowUp={isOpen} isAsking={ask.isPending} examples={examplePrompts(recordType)} ask={send} />
      <ErrorNote error={ask.error} />
      {draft ? (
        <>
          {view === 'json' && problems.length > 0 ? null : (
            <ErrorNote error={preview.error} again={() => void preview.refetch()} />
          )}
          {preview.data ? (
            <PreviewPanel
              preview={preview.data}
              rule={draft}
              recordType={recordType}
              showProblems={view !== 'json'}
              isStale={preview.isPlaceholderData || settled !== draft}
              lit={lit}
              onLight={setLooked}
            />
          ) : preview.isFetching ? (
            <Box py="md">
              <Loading lines={5} label="Looking at the records" />
            </Box>
          ) : null}
          <div className="save-bar">
            <SaveBar
              key={JSON.stringify([conversation.target?.id, draft.name])}
              recordType={recordType.name}
              draft={draft}
              target={conversation.target}
              promptId={promptOf(conversation)}
              blockedBecause={draftBlock(draft, problems, isBroken)}
              startOver={startOver}
            />
          </div>
        </>
      ) : null}
    </Stack>
  );
}
