import { Badge, Box, Group, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { DifferenceLine, DraftRule, Explanation, Problem, RecordType } from '../api/contracts';
import { Difference } from '../rule/Difference';
import { draftDifference, explainDraft } from '../rule/explain-draft';
import { type DraftReading, writeDraft } from '../rule/read-draft';
import { RuleViews, type View } from '../rule/RuleViews';

interface DraftPanelProps {
  readonly draft: DraftRule;
  readonly recordType: RecordType;
  readonly received: Explanation | undefined;
  readonly isEdited: boolean;
  readonly problems: readonly Problem[];
  readonly lit: string | undefined;
  readonly onLight: (at: string | undefined) => void;
  readonly onEdit: (draft: DraftRule) => void;
  readonly onBroken: (isBroken: boolean) => void;
  readonly view: View;
  readonly onShow: (view: View) => void;
  /** The draft this one corrects. */
  readonly before?: DraftRule | undefined;
}

/** The draft three ways; its JSON can be edited, and what is readable becomes the draft at once. */
export function DraftPanel({
  draft,
  recordType,
  received,
  isEdited,
  problems,
  lit,
  onLight,
  onEdit,
  onBroken,
  view,
  onShow,
  before,
}: DraftPanelProps) {
  const [text, setText] = useState(() => writeDraft(draft));
  const [typed, setTyped] = useState(draft);
  // A draft that came from elsewhere (a prompt, start over) replaces the text; one typed here must not reformat it.
  useEffect(() => {
    if (draft === typed) return;
    setTyped(draft);
    setText(writeDraft(draft));
    onBroken(false);
  }, [draft, typed, onBroken]);
  // Text that cannot be read goes when the editor goes.
  useEffect(() => () => onBroken(false), [onBroken]);
  const explanation = useMemo(
    () => (received && !isEdited ? received : explainDraft(draft, recordType)),
    [draft, recordType, received, isEdited],
  );
  const difference = useMemo(() => draftDifference(before, draft, recordType), [before, draft, recordType]);
  const edit = (next: string, reading: DraftReading): void => {
    setText(next);
    onBroken(!reading.ok);
    if (!reading.ok || JSON.stringify(reading.draft) === JSON.stringify(draft)) return;
    setTyped(reading.draft);
    onEdit(reading.draft);
  };
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text fw={620}>{draft.name}</Text>
        {isEdited ? <Badge color="gray">edited by hand</Badge> : null}
        {draft.actions.length === 0 ? <Badge color="gray">filter</Badge> : null}
      </Group>
      <RuleViews
        rule={draft}
        tokens={explanation.tokens}
        problems={problems}
        text={text}
        onEdit={edit}
        view={view}
        onShow={onShow}
        lit={lit}
        onLight={onLight}
        belowSentence={<Corrections lines={difference} />}
      />
    </div>
  );
}

function Corrections({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Box mt="sm">
      <Text size="xs" c="dimmed" fw={600} mb={4}>
        What changed
      </Text>
      <Difference lines={lines} />
    </Box>
  );
}
