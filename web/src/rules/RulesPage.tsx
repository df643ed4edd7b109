import { Anchor, Card, Group, Select, Table, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRecordTypes } from '../api/queries';
import type { RuleListItem, VersionState } from '../api/contracts';
import { StateBadge } from '../rule/StateBadge';
import { EmptyState } from '../ui/EmptyState';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { isUnderWay, stateOfRule } from './standing';
import { useRules } from './use-rules';

const STATES: readonly VersionState[] = ['draft', 'in-review', 'approved', 'rejected', 'active', 'retired'];

export function RulesPage() {
  const [state, setState] = useState<VersionState | undefined>();
  const [recordType, setRecordType] = useState<string | undefined>();
  const rules = useRules({ ...(state ? { state } : {}), ...(recordType ? { recordType } : {}) });
  const types = useRecordTypes();
  return (
    <Page
      title="Rules"
      intro="Every rule, with the state of its latest version."
      actions={
        <>
          <Select
            aria-label="State"
            placeholder="Any state"
            clearable
            w={150}
            data={STATES.map(value => ({ value, label: value }))}
            value={state ?? null}
            onChange={value => setState(STATES.find(candidate => candidate === value))}
          />
          <Select
            aria-label="Record type"
            placeholder="Any record type"
            clearable
            w={180}
            data={types.data?.items.map(type => type.name) ?? []}
            value={recordType ?? null}
            onChange={value => setRecordType(value ?? undefined)}
          />
        </>
      }
    >
      <Loaded query={rules}>
        {list =>
          list.items.length === 0 ? (
            <EmptyState
              icon={<IconListCheck size={26} />}
              title={state || recordType ? 'No rule is like that' : 'There are no rules yet'}
            >
              {state || recordType ? (
                'Clear the filters to see all of them.'
              ) : (
                <>
                  <Anchor component={Link} to="/ask">
                    Ask
                  </Anchor>{' '}
                  for one in your own words.
                </>
              )}
            </EmptyState>
          ) : (
            <Card p={0}>
              <RuleTable rules={list.items} />
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}

function RuleTable({ rules }: { readonly rules: readonly RuleListItem[] }) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label="Rules" fz="sm" horizontalSpacing="md" verticalSpacing={11} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Rule</Table.Th>
            <Table.Th>Record type</Table.Th>
            <Table.Th ta="right">Priority</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Author</Table.Th>
            <Table.Th>Latest version</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map(rule => (
            <Table.Tr key={rule.id}>
              <Table.Td>
                <Link className="row-link" to={`/rules/${rule.id}`}>
                  {rule.name}
                </Link>
                {rule.explanation ? (
                  <Text size="xs" c="dimmed" lineClamp={1} maw={420} title={rule.explanation.text}>
                    {rule.explanation.text}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>{rule.recordType}</Table.Td>
              <Table.Td className="number">{rule.priority}</Table.Td>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <StateBadge state={stateOfRule(rule)} />
                  {isUnderWay(rule) ? <StateBadge state={rule.state} /> : null}
                </Group>
              </Table.Td>
              <Table.Td>{rule.author.name}</Table.Td>
              <Table.Td>
                v{rule.version} · <When at={rule.createdAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
