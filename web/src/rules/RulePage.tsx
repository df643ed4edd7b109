import { Anchor, Button, Card, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { RuleDetail, RuleVersion } from '../api/contracts';
import { useConversation } from '../ask/ConversationProvider';
import { VersionPreview } from '../preview/VersionPreview';
import { ProblemList } from '../rule/ProblemList';
import { RuleViews } from '../rule/RuleViews';
import { StateBadge } from '../rule/StateBadge';
import { may } from '../session/may';
import { useSession } from '../session/use-session';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { useRule, useVersion } from './use-rules';
import { isUnderWay, stateOfRule, versionToShow } from './standing';
import { VersionList } from './VersionList';

export function RulePage() {
  const { id = '' } = useParams();
  const rule = useRule(id);
  const data = rule.data;
  return (
    <Page
      title={data?.name ?? 'Rule'}
      above={
        <Anchor component={Link} to="/rules" size="sm" c="dimmed">
          <Group gap={4}>
            <IconArrowLeft size={15} /> Rules
          </Group>
        </Anchor>
      }
      intro={
        data ? (
          <Group gap="xs">
            <StateBadge state={stateOfRule(data)} />
            {isUnderWay(data) ? <StateBadge state={data.state} /> : null}
            <span>
              {data.recordType} · {data.activeVersion ? `version ${data.activeVersion} is active` : 'not active'}
            </span>
          </Group>
        ) : undefined
      }
      actions={data ? <ChangeButton rule={data} /> : undefined}
    >
      <Loaded query={rule} lines={7}>
        {shown => <RuleVersions rule={shown} />}
      </Loaded>
    </Page>
  );
}

function ChangeButton({ rule }: { readonly rule: RuleDetail }) {
  const { rights } = useSession();
  const { tell } = useConversation();
  const navigate = useNavigate();
  if (!may(rights, 'ask', rule.recordType)) return null;
  const change = (): void => {
    const { name, condition, actions, priority, version } = rule;
    tell({
      type: 'rule-taken-up',
      recordType: rule.recordType,
      draft: { name, condition, actions },
      target: { id: rule.id, name, priority, version },
    });
    void navigate('/ask');
  };
  return (
    <Button variant="default" leftSection={<IconPencil size={16} />} onClick={change}>
      Change
    </Button>
  );
}

function RuleVersions({ rule }: { readonly rule: RuleDetail }) {
  const [chosen, setChosen] = useState<number | undefined>();
  const number = chosen ?? versionToShow(rule);
  const other = useVersion(rule.id, number === rule.version ? undefined : number);
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        {number === rule.version ? (
          <Version version={rule} />
        ) : (
          <Loaded query={other}>{version => <Version version={version} />}</Loaded>
        )}
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Card p="md">
          <Title order={2} mb="xs">
            Versions
          </Title>
          <VersionList rule={rule} shown={number} show={setChosen} />
        </Card>
      </Grid.Col>
      <Grid.Col span={12}>
        {number === rule.version ? (
          <VersionPreview version={rule} />
        ) : other.data ? (
          <VersionPreview version={other.data} />
        ) : null}
      </Grid.Col>
    </Grid>
  );
}

function Version({ version }: { readonly version: RuleVersion }) {
  const { decision } = version;
  return (
    <Card>
      <Stack gap="md">
        <RuleViews rule={version} tokens={version.explanation?.tokens ?? []} problems={version.problems ?? []} />
        <ProblemList problems={version.problems ?? []} />
        <Text size="sm" c="dimmed">
          Version {version.version} · priority {version.priority} · by {version.author.name},{' '}
          <When at={version.createdAt} />
          {decision ? (
            <>
              <br />
              {decision.decision === 'approve' ? 'Approved' : 'Rejected'} by {decision.by.name},{' '}
              <When at={decision.at} />
              {decision.comment ? `: “${decision.comment}”` : ''}
            </>
          ) : null}
          <br />
          <span className="code" title="Hash of this version">
            {version.hash.slice(0, 24)}…
          </span>
        </Text>
      </Stack>
    </Card>
  );
}
