import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Card,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconKey, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { api, segment } from '../api/client';
import type { ApiKey } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { When } from '../ui/When';

const SCOPES = [
  { value: 'apply', label: 'apply', meaning: 'run active rules on records' },
  { value: 'translate', label: 'translate', meaning: 'turn prompts into drafts' },
  { value: 'read', label: 'read', meaning: 'read rules and record types' },
  { value: 'import', label: 'import', meaning: 'import records' },
] as const;

export function ApiKeysPage() {
  const keys = usePages<ApiKey>('/api-keys');
  const items = itemsOf(keys.data);
  return (
    <Page title="API keys" intro="For programs. A key never reviews, decides, activates or administers.">
      <NewKey />
      {keys.isPending ? <Loading /> : null}
      <ErrorNote error={keys.error} again={() => void keys.refetch()} />
      {keys.data && items.length === 0 ? (
        <EmptyState icon={<IconKey size={26} />} title="There are no API keys" />
      ) : null}
      {items.length > 0 ? <KeyTable keys={items} /> : null}
    </Page>
  );
}

function NewKey() {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['apply']);
  const create = useMutation({
    mutationFn: () => api.post<ApiKey>('/api-keys', { name: name.trim(), scopes }),
    onSuccess: async () => {
      setName('');
      await queries.invalidateQueries({ queryKey: ['pages', '/api-keys'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!create.isPending) create.mutate();
  };
  const key = create.data?.key;
  return (
    <Card component="form" onSubmit={submit} aria-label="New API key">
      <Stack gap="sm">
        <Title order={2}>New key</Title>
        <Group align="flex-end">
          <TextInput
            label="Name"
            placeholder="What will use it"
            required
            maxLength={100}
            style={{ flex: 1 }}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={create.isPending} disabled={name.trim() === '' || scopes.length === 0}>
            Make key
          </Button>
        </Group>
        <Checkbox.Group label="It may" value={scopes} onChange={setScopes}>
          <Group mt={6} gap="lg">
            {SCOPES.map(scope => (
              <Checkbox key={scope.value} value={scope.value} label={scope.label} description={scope.meaning} />
            ))}
          </Group>
        </Checkbox.Group>
        <ErrorNote error={create.error} />
        {key ? (
          <Alert color="teal" title="Copy it now: it is shown only once" icon={<IconKey size={18} />}>
            <Group wrap="nowrap">
              <Code style={{ overflowWrap: 'anywhere' }} data-testid="new-key">
                {key}
              </Code>
              <CopyButton value={key}>
                {({ copied, copy }) => (
                  <Button size="compact-sm" variant="default" onClick={copy} style={{ flex: 'none' }}>
                    {copied ? 'Copied' : 'Copy'}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Alert>
        ) : null}
      </Stack>
    </Card>
  );
}

function KeyTable({ keys }: { readonly keys: readonly ApiKey[] }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => api.delete(`/api-keys/${segment(id)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['pages', '/api-keys'] }),
  });
  return (
    <Stack gap="sm">
      <ErrorNote error={revoke.error} />
      <Card p={0}>
        <Table aria-label="API keys" fz="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Scopes</Table.Th>
              <Table.Th>Made</Table.Th>
              <Table.Th>Last used</Table.Th>
              <Table.Th>Expires</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map(key => (
              <Table.Tr key={key.id}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {key.name}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Group gap={4}>
                    {key.scopes.map(scope => (
                      <Badge key={scope} color="gray">
                        {scope}
                      </Badge>
                    ))}
                  </Group>
                </Table.Td>
                <Table.Td>
                  <When at={key.createdAt} />
                </Table.Td>
                <Table.Td>
                  <When at={key.usedAt} />
                </Table.Td>
                <Table.Td>
                  <When at={key.expiresAt} />
                </Table.Td>
                <Table.Td ta="right">
                  {key.revokedAt ? (
                    <Badge color="gray">revoked</Badge>
                  ) : (
                    <Tooltip label="Revoke">
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={`Revoke ${key.name}`}
                        disabled={revoke.isPending}
                        onClick={() => revoke.mutate(key.id)}
                      >
                        <IconTrash size={17} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
    </Stack>
  );
}
