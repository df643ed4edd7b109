import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, segment } from '../api/client';
import type { RuleDetail } from '../api/contracts';
import { useActivation, useDeactivation } from '../review/use-review';
import { StateBadge } from '../rule/StateBadge';
import { useSession } from '../session/use-session';
import { ErrorNote } from '../ui/ErrorNote';
import { When } from '../ui/When';
import { type VersionAct, versionActs } from './version-acts';

interface VersionListProps {
  readonly rule: RuleDetail;
  readonly shown: number;
  readonly show: (version: number) => void;
}

const WORDS: { readonly [act in VersionAct]: string } = {
  'send-for-review': 'Send for review',
  review: 'Review',
  activate: 'Activate',
  'roll-back': 'Roll back to this',
  deactivate: 'Deactivate',
};

export function VersionList({ rule, shown, show }: VersionListProps) {
  const { rights } = useSession();
  const queries = useQueryClient();
  const activate = useActivation(rule.id);
  const deactivate = useDeactivation(rule.id);
  const submit = useMutation({
    mutationFn: (version: number) => api.post(`/rules/${segment(rule.id)}/versions/${version}/submission`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rules'] }),
  });
  const isBusy = activate.isPending || deactivate.isPending || submit.isPending;
  const act = (name: VersionAct, version: number): void => {
    activate.reset();
    deactivate.reset();
    submit.reset();
    if (name === 'deactivate') deactivate.mutate(undefined);
    else if (name === 'send-for-review') submit.mutate(version);
    else activate.mutate({ version });
  };
  const versions = [...rule.versions].sort((one, other) => other.version - one.version);
  return (
    <Stack gap="xs">
      {versions.map(version => (
        <div
          key={version.version}
          style={{
            borderRadius: 8,
            padding: '7px 10px',
            background: version.version === shown ? 'var(--canvas)' : undefined,
          }}
        >
          <UnstyledButton onClick={() => show(version.version)} w="100%" aria-pressed={version.version === shown}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={620}>
                Version {version.version}
              </Text>
              <StateBadge state={version.state} />
            </Group>
            <Text size="xs" c="dimmed">
              {version.author.name} · <When at={version.createdAt} />
            </Text>
          </UnstyledButton>
          <Group gap={6} mt={4}>
            {versionActs(rule, version, rights).map(name =>
              name === 'review' ? (
                <Button
                  key={name}
                  component={Link}
                  to={`/review/${rule.id}/${version.version}`}
                  size="compact-xs"
                  variant="light"
                >
                  {WORDS[name]}
                </Button>
              ) : (
                <Button
                  key={name}
                  size="compact-xs"
                  variant={name === 'deactivate' ? 'default' : 'light'}
                  disabled={isBusy}
                  onClick={() => act(name, version.version)}
                >
                  {WORDS[name]}
                </Button>
              ),
            )}
          </Group>
        </div>
      ))}
      <ErrorNote error={activate.error ?? deactivate.error ?? submit.error} />
    </Stack>
  );
}
