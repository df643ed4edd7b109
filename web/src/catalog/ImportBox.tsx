import {
  Alert,
  Autocomplete,
  Button,
  Card,
  FileButton,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { Link } from 'react-router';
import { api, segment, withQuery } from '../api/client';
import type { Imported } from '../api/contracts';
import { ErrorNote } from '../ui/ErrorNote';
import { count, counted } from '../ui/count';
import { importNotes } from './import-notes';
import { importFormat, recordTypeNameFor } from './import-format';

interface ImportBoxProps {
  readonly names: readonly string[];
  /** Set where records are added to one record type. */
  readonly into?: string;
}

type Mode = 'append' | 'replace';

export function ImportBox({ names, into }: ImportBoxProps) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | undefined>();
  const [name, setName] = useState(into ?? '');
  const [mode, setMode] = useState<Mode>('append');
  const [isOver, setOver] = useState(false);
  const format = file ? importFormat(file.name) : undefined;
  const send = useMutation({
    mutationFn: ({ body, contentType }: { readonly body: File; readonly contentType: string }) =>
      api.send<Imported>(
        withQuery(`/record-types/${segment(name.trim())}/records`, { mode, source: body.name.slice(0, 200) }),
        body,
        contentType,
      ),
    onSuccess: () => setFile(undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['record-types'] }),
  });
  const take = (taken: File | null | undefined): void => {
    if (!taken) return;
    send.reset();
    setFile(taken);
    if (!into) setName(recordTypeNameFor(taken.name));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const exists = names.includes(name.trim());

  return (
    <Card component="section" aria-label="Import records">
      <Stack gap="md">
        <Title order={2}>Import records</Title>
        <div
          className={isOver ? 'drop over' : 'drop'}
          onDragOver={event => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Stack gap="xs" align="center">
            <IconFileUpload size={28} stroke={1.5} color="var(--quiet)" />
            <Text>{file ? file.name : 'Drop a file here'}</Text>
            <Text size="sm" c="dimmed">
              {file
                ? `${counted(Math.ceil(file.size / 1024), 'kilobyte')}`
                : 'CSV, NDJSON or JSON. Fields and how they are read are found by looking.'}
            </Text>
            <FileButton
              accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json"
              onChange={take}
              inputProps={{ 'aria-label': 'File with records' }}
            >
              {props => (
                <Button {...props} variant="default" size="xs">
                  {file ? 'Choose another' : 'Choose a file'}
                </Button>
              )}
            </FileButton>
          </Stack>
        </div>
        {format && !format.ok ? (
          <Alert color="red" role="alert">
            {format.message}
          </Alert>
        ) : null}
        {file && format?.ok ? (
          <Group align="flex-end">
            {into ? null : (
              <Autocomplete
                label="Record type"
                required
                data={[...names]}
                value={name}
                onChange={setName}
                maxLength={64}
                style={{ flex: 1 }}
              />
            )}
            {exists ? (
              <SegmentedControl
                aria-label="What happens to the records that are there"
                value={mode}
                onChange={value => setMode(value === 'replace' ? 'replace' : 'append')}
                data={[
                  { value: 'append', label: 'Add to them' },
                  { value: 'replace', label: 'Replace them' },
                ]}
              />
            ) : null}
            <Button
              loading={send.isPending}
              disabled={name.trim() === ''}
              onClick={() => send.mutate({ body: file, contentType: format.contentType })}
            >
              Import
            </Button>
          </Group>
        ) : null}
        <ErrorNote error={send.error} />
        {send.data ? <Received imported={send.data} isHere={into !== undefined} /> : null}
      </Stack>
    </Card>
  );
}

const SHOWN = 5;
const NOTES_SHOWN = 20;

function Received({ imported, isHere }: { readonly imported: Imported; readonly isHere: boolean }) {
  const { recordType, rejected, rejectedCount } = imported;
  const notes = importNotes(imported);
  return (
    <Alert
      color={rejectedCount + imported.asText.length + imported.assumed.length > 0 ? 'yellow' : 'teal'}
      icon={<IconCheck size={20} />}
      title={`${counted(imported.imported, 'record')} imported`}
      role="status"
    >
      <Stack gap={4} align="flex-start">
        {rejectedCount > 0 ? <Text size="sm">{counted(rejectedCount, 'line')} could not be read:</Text> : null}
        {rejected.slice(0, SHOWN).map(line => (
          <Text size="sm" key={line.line}>
            Line {line.line}: {line.message}
          </Text>
        ))}
        {rejectedCount > SHOWN ? <Text size="sm">and {count(rejectedCount - SHOWN)} more.</Text> : null}
        {notes.slice(0, NOTES_SHOWN).map(note => (
          <Text size="sm" key={note}>
            {note}
          </Text>
        ))}
        {notes.length > NOTES_SHOWN ? <Text size="sm">and {count(notes.length - NOTES_SHOWN)} more notes.</Text> : null}
        {isHere ? null : (
          <Button
            component={Link}
            to={`/record-types/${encodeURIComponent(recordType.name)}`}
            size="compact-sm"
            variant="default"
            mt={4}
          >
            Open {recordType.name}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
