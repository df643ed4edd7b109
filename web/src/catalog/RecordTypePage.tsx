import { Anchor, Button, Card, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconArrowLeft, IconMessageCircle, IconTable } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { RecordType } from '../api/contracts';
import { useRecordType, useSample } from '../api/queries';
import { useConversation } from '../ask/ConversationProvider';
import { GlossaryPanel } from '../glossary/GlossaryPanel';
import { allColumns } from '../preview/preview-columns';
import { RecordTable } from '../preview/RecordTable';
import { may } from '../session/may';
import { useSession } from '../session/use-session';
import { EmptyState } from '../ui/EmptyState';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { counted } from '../ui/count';
import { FieldTable } from './FieldTable';
import { ImportBox } from './ImportBox';
import { labelOf } from './label-of';
import { recordsOf } from './records-of';

export function RecordTypePage() {
  const { name = '' } = useParams();
  const type = useRecordType(name);
  const { rights } = useSession();
  const { tell } = useConversation();
  const navigate = useNavigate();
  const ask = (): void => {
    tell({ type: 'record-type-chosen', name });
    void navigate('/ask');
  };
  return (
    <Page
      title={labelOf({ name, label: type.data?.label ?? name })}
      above={
        <Anchor component={Link} to="/record-types" size="sm" c="dimmed">
          <Group gap={4}>
            <IconArrowLeft size={15} /> Record types
          </Group>
        </Anchor>
      }
      intro={
        type.data
          ? [
              recordsOf(type.data),
              counted(type.data.fields.length, 'field'),
              type.data.key ? `key: ${type.data.key}` : undefined,
            ]
              .filter(Boolean)
              .join(' · ')
          : undefined
      }
      actions={
        may(rights, 'ask', name) ? (
          <Button leftSection={<IconMessageCircle size={17} />} onClick={ask}>
            Ask about these
          </Button>
        ) : undefined
      }
    >
      <Loaded query={type} lines={8}>
        {data => <Parts type={data} />}
      </Loaded>
    </Page>
  );
}

function Parts({ type }: { readonly type: RecordType }) {
  const { rights } = useSession();
  const [query, setQuery] = useSearchParams();
  return (
    <Tabs
      value={query.get('part') ?? 'fields'}
      onChange={part => setQuery(part === null || part === 'fields' ? {} : { part }, { replace: true })}
      keepMounted={false}
    >
      <Tabs.List>
        <Tabs.Tab value="fields">Fields</Tabs.Tab>
        <Tabs.Tab value="glossary">Glossary</Tabs.Tab>
        {may(rights, 'see-samples', type.name) ? <Tabs.Tab value="sample">Sample</Tabs.Tab> : null}
        {may(rights, 'ask', type.name) ? <Tabs.Tab value="import">Import</Tabs.Tab> : null}
      </Tabs.List>
      <Tabs.Panel value="fields" pt="md">
        <Card p={0}>
          <FieldTable fields={type.fields} keyField={type.key} />
        </Card>
      </Tabs.Panel>
      <Tabs.Panel value="glossary" pt="md">
        <GlossaryPanel type={type} />
      </Tabs.Panel>
      <Tabs.Panel value="sample" pt="md">
        <Sample type={type} />
      </Tabs.Panel>
      <Tabs.Panel value="import" pt="md">
        <ImportBox names={[type.name]} into={type.name} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Sample({ type }: { readonly type: RecordType }) {
  const sample = useSample(type.name, true);
  return (
    <Loaded query={sample} lines={6}>
      {list =>
        list.items.length === 0 ? (
          <EmptyState icon={<IconTable size={26} />} title="No records are kept">
            Import some to see them here.
          </EmptyState>
        ) : (
          <Stack gap="xs">
            <Card p="xs">
              <RecordTable
                label="Sample records"
                columns={allColumns(type)}
                rows={list.items.map(record => ({ record }))}
              />
            </Card>
            <Text size="xs" c="dimmed">
              {counted(list.items.length, 'record')} of the sample, as rules see them.
            </Text>
          </Stack>
        )
      }
    </Loaded>
  );
}
