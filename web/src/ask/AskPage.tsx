import { Anchor, Box, Button, Card, Drawer, Grid, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconDatabase, IconRefresh, IconTable } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { RecordType } from '../api/contracts';
import { ApiProblem } from '../api/api-problem';
import { useRecordType, useRecordTypes } from '../api/queries';
import { PreviewPanel } from '../preview/PreviewPanel';
import { useDraftPreview } from '../preview/use-preview';
import { clauseAt } from '../rule/condition-tree';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loaded } from '../ui/Loaded';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { AnswerCard } from './AnswerCard';
import { promptOf } from './conversation';
import { useConversation } from './ConversationProvider';
import { draftBlock } from './draft-block';
import { DraftPanel } from './DraftPanel';
import { EarlierTurns } from './EarlierTurns';
import { examplePrompts } from './example-prompts';
import { FieldsPanel } from './FieldsPanel';
import { PromptBox } from './PromptBox';
import { SaveBar } from './SaveBar';
import { useAsk } from './use-ask';

export function AskPage() {
  const recordTypes = useRecordTypes();
  const { conversation, tell } = useConversation();
  const names = recordTypes.data?.items.map(item => item.name) ?? [];
  const first = names[0];
  useEffect(() => {
    if (conversation.recordType === undefined && first) tell({ type: 'record-type-chosen', name: first });
  }, [conversation.recordType, first, tell]);
  const recordType = useRecordType(conversation.recordType);
  const [fieldsOpen, fields] = useDisclosure(false);
  const isWide = useMediaQuery('(min-width: 1280px)');

  return (
    <Page
      title="Ask"
      intro="Say which records you mean and what should happen to them. Nothing changes until a rule is reviewed and active."
      actions={
        <>
          <Select
            aria-label="Record type"
            w={190}
            leftSection={<IconDatabase size={16} />}
            allowDeselect={false}
            comboboxProps={{ withinPortal: true }}
            data={recordTypes.data?.items.map(item => ({ value: item.name, label: item.label ?? item.name })) ?? []}
            value={conversation.recordType ?? null}
            onChange={name => name && tell({ type: 'record-type-chosen', name })}
            disabled={names.length === 0}
          />
          {isWide ? null : (
            <Button
              variant="default"
              leftSection={<IconTable size={16} />}
              onClick={fields.open}
              disabled={!recordType.data}
            >
              Fields
            </Button>
          )}
        </>
      }
    >
      <Loaded query={recordTypes}>
        {list =>
          list.items.length === 0 ? (
            <EmptyState icon={<IconDatabase size={26} />} title="There are no records yet">
              <Anchor component={Link} to="/record-types">
                Import a file
              </Anchor>{' '}
              to have something to ask about.
            </EmptyState>
          ) : (
            <Loaded query={recordType} lines={6}>
              {type => (
                <Grid gap="lg">
                  <Grid.Col span={isWide ? 9 : 12}>
                    <Asking key={type.name} recordType={type} />
                  </Grid.Col>
                  {isWide ? (
                    <Grid.Col span={3}>
                      <Card p="md" component="aside" aria-label="Fields">
                        <Title order={2} mb="sm">
                          Fields
                        </Title>
                        <FieldsPanel recordType={type} />
                      </Card>
                    </Grid.Col>
                  ) : (
                    <Drawer
                      opened={fieldsOpen}
                      onClose={fields.close}
                      position="right"
                      size="sm"
                      title={`Fields of ${type.label ?? type.name}`}
                    >
                      <FieldsPanel recordType={type} />
                    </Drawer>
                  )}
                </Grid>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

function Asking({ recordType }: { readonly recordType: RecordType }) {
  const { conversation, tell } = useConversation();
  const ask = useAsk();
  const [looked, setLooked] = useState<string | undefined>();
  const [isJson, setJson] = useState(false);
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
    setBroken(false);
    tell({ type: 'started-over' });
  };
  const draftPanel = draft ? (
    <DraftPanel
      draft={draft}
      recordType={recordType}
      received={last?.answer.outcome === 'rule' ? last.answer.explanation : undefined}
      isEdited={conversation.isEdited}
      problems={problems}
      lit={lit}
      onLight={setLooked}
      onEdit={next => tell({ type: 'edited', draft: next })}
      onBroken={setBroken}
      onJson={setJson}
    />
  ) : null;
  const isOpen = conversation.turns.length > 0 || draft !== undefined;

  return (
    <Stack gap="md">
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
          <ErrorNote error={preview.error} again={() => void preview.refetch()} listProblems={!isJson} />
          {preview.data ? (
            <PreviewPanel
              preview={preview.data}
              rule={draft}
              recordType={recordType}
              showProblems={!isJson}
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
              blockedBecause={draftBlock(draft, preview.data, isBroken)}
              startOver={startOver}
            />
          </div>
        </>
      ) : null}
    </Stack>
  );
}
