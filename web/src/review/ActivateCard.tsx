import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconBolt, IconCheck, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { RuleVersion } from '../api/contracts';
import { useSession } from '../session/use-session';
import { may } from '../session/may';
import { ErrorNote } from '../ui/ErrorNote';
import { useActivation } from './use-review';

/** What comes after a decision. */
export function ActivateCard({ version }: { readonly version: RuleVersion }) {
  const { rights } = useSession();
  const activate = useActivation(version.id);
  const decided = version.decision;
  const by = decided ? `By ${decided.by.name}${decided.comment ? `: “${decided.comment}”` : ''}` : '';
  switch (version.state) {
    case 'approved':
      return (
        <Alert color="blue" icon={<IconCheck size={20} />} title="Approved" data-testid="approved">
          <Stack gap="sm">
            <Text size="sm">{by}</Text>
            {may(rights, 'activate', version.recordType) ? (
              <Group>
                <Button
                  leftSection={<IconBolt size={17} />}
                  loading={activate.isPending}
                  onClick={() => activate.mutate({ version: version.version })}
                >
                  Activate
                </Button>
                <Text size="sm" c="dimmed">
                  From then on it is applied to {version.recordType} records.
                </Text>
              </Group>
            ) : null}
            <ErrorNote error={activate.error} />
          </Stack>
        </Alert>
      );
    case 'active':
      return (
        <Alert color="teal" icon={<IconBolt size={20} />} title="Active" data-testid="active">
          It is applied to every {version.recordType} record.{' '}
          <Anchor component={Link} to={`/rules/${version.id}`} size="sm">
            Open the rule
          </Anchor>
        </Alert>
      );
    case 'rejected':
      return (
        <Alert color="red" icon={<IconX size={20} />} title="Rejected">
          {by}
        </Alert>
      );
    case 'draft':
    case 'in-review':
    case 'superseded':
    case 'retired':
      return null;
  }
}
