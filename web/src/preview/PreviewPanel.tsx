import { Card, Group, SegmentedControl, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftRule, Preview, RecordType } from '../api/contracts';
import { ProblemList } from '../rule/ProblemList';
import { EmptyState } from '../ui/EmptyState';
import { count, counted, percent } from '../ui/count';
import { ClauseTable } from './ClauseTable';
import { allColumns, previewColumns } from './preview-columns';
import { RecordTable } from './RecordTable';

interface PreviewPanelProps {
  readonly preview: Preview;
  readonly rule: DraftRule;
  readonly recordType: RecordType;
  readonly isStale?: boolean;
  readonly showProblems?: boolean;
  readonly lit?: string | undefined;
  readonly onLight?: (at: string | undefined) => void;
}

/** What the draft would do to the sample: counts, clauses, records before and after, near misses. */
export function PreviewPanel({
  preview,
  rule,
  recordType,
  isStale = false,
  showProblems = true,
  lit,
  onLight,
}: PreviewPanelProps) {
  return (
    <Stack
      gap="md"
      style={{ opacity: isStale ? 0.55 : 1, transition: 'opacity 120ms' }}
      aria-busy={isStale}
      data-testid="preview"
    >
      <Counts preview={preview} isFilter={rule.actions.length === 0} />
      {showProblems ? <ProblemList problems={preview.problems} /> : null}
      {preview.clauses.length > 0 ? (
        <Card>
          <Title order={2} mb="xs">
            Clause by clause
          </Title>
          <ClauseTable clauses={preview.clauses} of={preview.total} lit={lit} {...(onLight ? { onLight } : {})} />
        </Card>
      ) : null}
      <Records preview={preview} rule={rule} recordType={recordType} />
    </Stack>
  );
}

function Counts({ preview, isFilter }: { readonly preview: Preview; readonly isFilter: boolean }) {
  const isWhole = preview.total >= preview.sampleOf;
  return (
    <Card>
      <SimpleGrid cols={3}>
        <Figure
          label="Records match"
          value={preview.matched}
          note={percent(preview.matched, preview.total)}
          testId="matched"
        />
        <Figure
          label="Would change"
          value={preview.changed}
          note={isFilter ? 'a filter changes nothing' : percent(preview.changed, preview.total)}
          testId="changed"
        />
        <Figure
          label={isWhole ? 'Records in all' : 'Records in the sample'}
          value={preview.total}
          note={isWhole ? 'all were looked at' : `of ${count(preview.sampleOf)}`}
          testId="sample"
        />
      </SimpleGrid>
    </Card>
  );
}

function Figure({
  label,
  value,
  note,
  testId,
}: {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly testId: string;
}) {
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {label}
      </Text>
      <Group gap={8} align="baseline">
        <Text fz={28} fw={650} lh={1.2} style={{ fontVariantNumeric: 'tabular-nums' }} data-testid={testId}>
          {count(value)}
        </Text>
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      </Group>
    </div>
  );
}

type Listed = 'matches' | 'near-misses';

function Records({ preview, rule, recordType }: Pick<PreviewPanelProps, 'preview' | 'rule' | 'recordType'>) {
  const [listed, setListed] = useState<Listed>('matches');
  const [allFields, setAllFields] = useState(false);
  const changes = preview.matches.flatMap(match => match.changes);
  const columns = allFields ? allColumns(recordType) : previewColumns(recordType, rule, changes);
  const shown = listed === 'matches' ? preview.matches.length : preview.nearMisses.length;
  return (
    <Card>
      <Group justify="space-between" mb="sm">
        <SegmentedControl
          aria-label="Records listed"
          value={listed}
          onChange={value => setListed(value === 'matches' ? 'matches' : 'near-misses')}
          data={[
            { value: 'matches', label: 'Matches' },
            { value: 'near-misses', label: 'Near misses' },
          ]}
        />
        <Group gap="md">
          {listed === 'matches' && shown < preview.matched ? (
            <Text size="xs" c="dimmed">
              {count(shown)} of {count(preview.matched)} shown
            </Text>
          ) : null}
          <Switch
            size="xs"
            label="All fields"
            checked={allFields}
            onChange={event => setAllFields(event.currentTarget.checked)}
          />
        </Group>
      </Group>
      {shown === 0 ? (
        <EmptyState
          icon={<IconZoomQuestion size={26} stroke={1.6} />}
          title={listed === 'matches' ? 'No record of the sample matches' : 'No near misses'}
        >
          {listed === 'matches'
            ? 'The table above shows which clause lets nothing through.'
            : preview.clauses.length < 2
              ? 'A near miss fails exactly one of at least two clauses; this condition has one.'
              : 'No record fails exactly one clause.'}
        </EmptyState>
      ) : listed === 'matches' ? (
        <RecordTable label="Matches" columns={columns} rows={preview.matches} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {counted(shown, 'record')} that fail exactly one clause.
          </Text>
          <RecordTable
            label="Near misses"
            columns={columns}
            remarkLabel="Failed clause"
            rows={preview.nearMisses.map(miss => ({
              record: miss.record,
              remark: miss.failed.map(clause => (
                <Text key={clause.at} size="sm" miw={190} c="var(--unused)">
                  {clause.text}
                </Text>
              )),
            }))}
          />
        </>
      )}
    </Card>
  );
}
