import { Alert, Button, Card, Checkbox, FileButton, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeptList, ListName, RecordType } from '../api/contracts';
import { counted } from '../ui/count';
import { ErrorNote } from '../ui/ErrorNote';
import { aliasesIn } from './term-meaning';
import { useKeepList } from './use-glossary';

interface ListFormProps {
  readonly type: RecordType;
  /** The version that this one comes after. */
  readonly earlier?: ListName;
}

/** A list is a file of texts. */
export function ListForm({ type, earlier }: ListFormProps) {
  const [name, setName] = useState(earlier?.name ?? '');
  const [aliases, setAliases] = useState(earlier?.aliases.join(', ') ?? '');
  const [field, setField] = useState<string | null>(earlier?.field ?? null);
  const [anyCase, setAnyCase] = useState(earlier?.anyCase ?? false);
  const [file, setFile] = useState<File | null>(null);
  const keep = useKeepList(type.name, earlier);
  const fields = type.fields.filter(one => one.type === 'text' || one.type === 'number');
  const take = (taken: File | null): void => {
    keep.reset();
    setFile(taken);
  };
  return (
    <Card component="section" aria-label={earlier ? 'New entries' : 'New list'}>
      <Stack gap="sm">
        <Title order={2}>{earlier ? 'New entries' : 'Upload a list'}</Title>
        <Group align="flex-end" grow>
          <TextInput
            label="Name"
            placeholder="blocked suppliers"
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
          <Select
            label="Looked up for"
            placeholder="the field that is asked about"
            clearable
            searchable
            data={fields.map(one => ({ value: one.name, label: one.label }))}
            value={field}
            onChange={setField}
          />
        </Group>
        <Checkbox
          label="Capitals make no difference"
          checked={anyCase}
          onChange={event => setAnyCase(event.currentTarget.checked)}
        />
        <Group>
          <FileButton
            accept=".txt,.csv,.tsv,.ndjson,.jsonl"
            onChange={take}
            inputProps={{ 'aria-label': 'File with entries' }}
          >
            {props => (
              <Button {...props} variant="default">
                {file ? 'Choose another file' : 'Choose a file'}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {file ? file.name : 'An entry a line, the first column of a CSV file with a header, or NDJSON.'}
          </Text>
        </Group>
        <Group>
          <Button
            loading={keep.isPending}
            disabled={file === null || name.trim() === '' || keep.isSuccess}
            onClick={() =>
              file &&
              keep.mutate({ name: name.trim(), aliases: aliasesIn(aliases), field: field ?? undefined, anyCase, file })
            }
          >
            Keep this list
          </Button>
        </Group>
        <ErrorNote error={keep.error} />
        {keep.data ? <Kept kept={keep.data} /> : null}
      </Stack>
    </Card>
  );
}

function Kept({ kept: { list, duplicates, rejectedCount } }: { readonly kept: KeptList }) {
  return (
    <Alert color={rejectedCount > 0 ? 'yellow' : 'teal'} icon={<IconCheck size={20} />} role="status">
      “{list.name}” is version {list.version} with {counted(list.size, 'entry', 'entries')}.
      {duplicates > 0 ? ` ${counted(duplicates, 'line')} repeated another.` : ''}
      {rejectedCount > 0 ? ` ${counted(rejectedCount, 'line')} held no entry.` : ''}
    </Alert>
  );
}
