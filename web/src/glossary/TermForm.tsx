import { Alert, Button, Card, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { RecordType, TermName } from '../api/contracts';
import { explainDraft } from '../rule/explain-draft';
import { RuleSentence } from '../rule/RuleSentence';
import { counted } from '../ui/count';
import { ErrorNote } from '../ui/ErrorNote';
import { aliasesIn, type TermMeaning, termMeaning } from './term-meaning';
import { useKeepTerm, useTermDraft } from './use-glossary';

interface TermFormProps {
  readonly type: RecordType;
  /** The version that this one comes after. */
  readonly earlier?: TermName;
}

/** A term is said in words; what they mean is shown before it is kept. */
export function TermForm({ type, earlier }: TermFormProps) {
  const [name, setName] = useState(earlier?.name ?? '');
  const [aliases, setAliases] = useState(earlier?.aliases.join(', ') ?? '');
  const [words, setWords] = useState(earlier?.description ?? '');
  const [chosen, setChosen] = useState<number | undefined>();
  const draft = useTermDraft(type.name);
  const keep = useKeepTerm(type.name, earlier);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() === '' || draft.isPending) return;
    setChosen(undefined);
    keep.reset();
    draft.mutate({ words: words.trim(), ...(name.trim() !== '' && { name: name.trim() }) });
  };
  const meaning = draft.data && draft.variables.words === words.trim() ? termMeaning(draft.data, chosen) : undefined;
  return (
    <Card component="form" onSubmit={ask} aria-label={earlier ? 'New meaning' : 'New term'}>
      <Stack gap="sm">
        <Title order={2}>{earlier ? 'New meaning' : 'Define a term'}</Title>
        <Group align="flex-end" grow>
          <TextInput
            label="Name"
            placeholder="VIP customer"
            required
            maxLength={200}
            disabled={earlier !== undefined}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Also called"
            placeholder="in any language, separated by commas"
            maxLength={4000}
            value={aliases}
            onChange={event => setAliases(event.currentTarget.value)}
          />
        </Group>
        <Textarea
          label="What it means"
          placeholder="annual revenue above 1 million and segment is Enterprise"
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={draft.isPending} disabled={words.trim() === ''}>
            Show what it means
          </Button>
        </Group>
        <ErrorNote error={draft.error} />
        {meaning ? <Meaning meaning={meaning} type={type} onChoose={setChosen} /> : null}
        {meaning?.kind === 'clear' ? (
          <Group>
            <Button
              loading={keep.isPending}
              disabled={name.trim() === '' || keep.isSuccess}
              onClick={() =>
                keep.mutate({
                  name: name.trim(),
                  aliases: aliasesIn(aliases),
                  description: words.trim(),
                  condition: meaning.rule.condition,
                })
              }
            >
              Keep this term
            </Button>
          </Group>
        ) : null}
        <ErrorNote error={keep.error} />
        {keep.data ? (
          <Alert color="teal" icon={<IconCheck size={20} />} role="status">
            “{keep.data.name}” is version {keep.data.version}. Requests may use it now.
          </Alert>
        ) : null}
      </Stack>
    </Card>
  );
}

interface MeaningProps {
  readonly meaning: TermMeaning;
  readonly type: RecordType;
  readonly onChoose: (option: number) => void;
}

function Meaning({ meaning, type, onChoose }: MeaningProps) {
  if (meaning.kind === 'none') {
    return (
      <Alert color="yellow" role="status" data-testid="term-meaning">
        {meaning.reason}
      </Alert>
    );
  }
  if (meaning.kind === 'question') {
    return (
      <Stack gap={6} align="flex-start" data-testid="term-meaning">
        <Text fw={600}>{meaning.text}</Text>
        {meaning.options.map((option, index) => (
          <Button key={index} variant="light" size="xs" disabled={!option.rule} onClick={() => onChoose(index)}>
            {option.text} {option.matched === undefined ? '' : `· ${counted(option.matched, 'record')}`}
          </Button>
        ))}
      </Stack>
    );
  }
  return (
    <Stack gap={4} data-testid="term-meaning">
      <RuleSentence tokens={explainDraft(meaning.rule, type).tokens} compact />
      {meaning.matched === undefined ? null : (
        <Text size="sm" c="dimmed">
          {counted(meaning.matched, 'record')} of the sample.
        </Text>
      )}
      {meaning.doubts.map(doubt => (
        <Text key={doubt} size="sm" c="dimmed">
          {doubt}
        </Text>
      ))}
    </Stack>
  );
}
