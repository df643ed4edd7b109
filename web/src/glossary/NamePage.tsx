import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import type { GlossaryName, NameDetail } from '../api/contracts';
import { useRecordType } from '../api/queries';
import { itemsOf } from '../api/use-pages';
import { may } from '../session/may';
import { useSession } from '../session/use-session';
import { counted } from '../ui/count';
import { ErrorNote } from '../ui/ErrorNote';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { ListForm } from './ListForm';
import { NameMeaning } from './NameMeaning';
import { TermForm } from './TermForm';
import { useArchiveName, useEntries, useName } from './use-glossary';

export function NamePage() {
  const { name: recordType = '', id = '' } = useParams();
  const named = useName(recordType, id);
  const { rights } = useSession();
  const mayChange = may(rights, 'manage-settings', recordType);
  return (
    <Page
      title={named.data?.latest.name ?? 'Name'}
      above={
        <Anchor
          component={Link}
          to={`/record-types/${encodeURIComponent(recordType)}?part=glossary`}
          size="sm"
          c="dimmed"
        >
          <Group gap={4}>
            <IconArrowLeft size={15} /> Glossary
          </Group>
        </Anchor>
      }
      intro={named.data?.latest.description}
      actions={mayChange && named.data ? <Archive recordType={recordType} id={id} /> : undefined}
    >
      <Loaded query={named} lines={6}>
        {detail => <Parts detail={detail} mayChange={mayChange} />}
      </Loaded>
    </Page>
  );
}

function Archive({ recordType, id }: { readonly recordType: string; readonly id: string }) {
  const archive = useArchiveName(recordType);
  const navigate = useNavigate();
  const back = (): void => void navigate(`/record-types/${encodeURIComponent(recordType)}?part=glossary`);
  return (
    <Stack gap="xs" align="flex-end">
      <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate(id, { onSuccess: back })}>
        Archive
      </Button>
      <ErrorNote error={archive.error} />
    </Stack>
  );
}

function Parts({ detail, mayChange }: { readonly detail: NameDetail; readonly mayChange: boolean }) {
  const { latest, versions, rules } = detail;
  const { rights } = useSession();
  const type = useRecordType(latest.recordType);
  return (
    <Stack gap="md">
      {versions.map(version => (
        <Version key={version.version} version={version} />
      ))}
      <Card p="md">
        <Title order={2} mb="xs">
          Used by
        </Title>
        {rules.length === 0 ? (
          <Text size="sm" c="dimmed">
            No rule in review, approved or active uses it.
          </Text>
        ) : null}
        {rules.map(rule => (
          <Text size="sm" key={rule.rule}>
            <Anchor component={Link} to={`/rules/${encodeURIComponent(rule.rule)}`} size="sm">
              {rule.name}
            </Anchor>{' '}
            version {rule.version}, {rule.state}
          </Text>
        ))}
      </Card>
      {latest.kind === 'list' && may(rights, 'see-samples', latest.recordType) ? <Entries list={latest} /> : null}
      {mayChange && type.data && latest.kind === 'term' ? (
        <TermForm key={latest.version} type={type.data} earlier={latest} />
      ) : null}
      {mayChange && type.data && latest.kind === 'list' ? (
        <ListForm key={latest.version} type={type.data} earlier={latest} />
      ) : null}
    </Stack>
  );
}

function Version({ version }: { readonly version: GlossaryName }) {
  return (
    <Card p="md" data-version={version.version}>
      <Group justify="space-between" mb={4}>
        <Group gap="xs">
          <Badge color="gray">{version.kind}</Badge>
          <Text fw={600}>Version {version.version}</Text>
        </Group>
        <Text size="xs" c="dimmed">
          {version.author.name}, <When at={version.createdAt} />
        </Text>
      </Group>
      <NameMeaning name={version} />
    </Card>
  );
}

function Entries({ list }: { readonly list: Extract<GlossaryName, { kind: 'list' }> }) {
  const pages = useEntries(list.recordType, list.id, list.version);
  const entries = itemsOf(pages.data);
  return (
    <Card p="md" component="section" aria-label="Entries">
      <Title order={2} mb="xs">
        {counted(list.size, 'entry', 'entries')}
      </Title>
      <ErrorNote error={pages.error} again={() => void pages.refetch()} />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {entries.join(' · ')}
      </Text>
      {pages.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </Card>
  );
}
