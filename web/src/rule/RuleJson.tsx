import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import type { Problem } from '../api/contracts';
import { jsonPlaces, placeOf } from './json-places';
import { ProblemList } from './ProblemList';
import { type DraftReading, readDraft } from './read-draft';

interface RuleJsonProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly onChange?: (text: string, reading: DraftReading) => void;
}

/** The rule as it is stored. With `onChange` it can be edited; problems stand beside the line they are about. */
export function RuleJson({ text, problems, onChange }: RuleJsonProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const reading = useMemo(() => readDraft(text), [text]);
  const places = useMemo(() => (reading.ok ? jsonPlaces(text) : undefined), [reading.ok, text]);
  const lines = text.split('\n');
  const located = problems.map(problem => ({ problem, place: places ? placeOf(places, problem.at) : undefined }));
  const worstOn = (line: number): string | undefined => {
    if (!reading.ok && reading.line === line) return 'bad';
    const here = located.filter(({ place }) => place?.line === line);
    if (here.some(({ problem }) => problem.severity === 'error')) return 'bad';
    return here.length > 0 ? 'doubtful' : undefined;
  };
  const show = (problem: Problem): void => {
    const place = located.find(item => item.problem === problem)?.place;
    if (!place || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(place.start, place.end);
  };

  return (
    <Stack gap="sm">
      <div className="json-editor">
        <div className="json-lines" aria-hidden>
          {lines.map((_, index) => (
            <div key={index} className={worstOn(index + 1)}>
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          className="json-text"
          aria-label="Rule as JSON"
          aria-invalid={!reading.ok || problems.some(problem => problem.severity === 'error')}
          spellCheck={false}
          rows={lines.length}
          cols={Math.max(40, ...lines.map(line => line.length + 2))}
          value={text}
          readOnly={!onChange}
          onChange={event => onChange?.(event.currentTarget.value, readDraft(event.currentTarget.value))}
        />
      </div>
      {reading.ok ? null : (
        <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
          {reading.line ? `Line ${reading.line}: ` : ''}
          {reading.message}
        </Alert>
      )}
      <ProblemList
        problems={problems}
        placeWords={problem => {
          const place = located.find(item => item.problem === problem)?.place;
          return place ? `Line ${place.line}` : undefined;
        }}
        onChoose={show}
      />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {onChange ? 'Edits are checked and previewed as you type.' : 'JSON-Logic, as stored and hashed.'}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="subtle" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
