import { Alert, Button, Card, Group, PasswordInput, Select, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import type { UserAccount } from '../api/contracts';
import { PASSWORD_LENGTH } from '../session/password-fault';
import { useSession } from '../session/use-session';
import { ErrorNote } from '../ui/ErrorNote';

const PRESETS = ['steward', 'admin', 'auditor'] as const;

export function NewPerson() {
  const { mode } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [preset, setPreset] = useState<string>('steward');
  const create = useMutation({
    mutationFn: () => api.post<UserAccount>('/users', { name: name.trim(), password, preset }),
    onSuccess: async () => {
      setName('');
      setPassword('');
      await queries.invalidateQueries({ queryKey: ['pages', '/users'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!create.isPending) create.mutate();
  };
  if (mode === 'demo') return null;
  return (
    <Card component="form" onSubmit={submit} aria-label="New person">
      <Stack gap="sm">
        <Title order={2}>New person</Title>
        <Group align="flex-end">
          <TextInput
            label="Name"
            required
            maxLength={100}
            style={{ flex: 1 }}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={`First password (at least ${PASSWORD_LENGTH} characters)`}
            required
            autoComplete="new-password"
            style={{ flex: 1 }}
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
          />
          <Select
            label="Preset"
            w={130}
            allowDeselect={false}
            data={[...PRESETS]}
            value={preset}
            onChange={value => value && setPreset(value)}
          />
          <Button
            type="submit"
            loading={create.isPending}
            disabled={name.trim() === '' || password.length < PASSWORD_LENGTH}
          >
            Add
          </Button>
        </Group>
        <ErrorNote error={create.error} />
        {create.data ? <Alert color="teal">{create.data.name} may sign in now.</Alert> : null}
      </Stack>
    </Card>
  );
}
