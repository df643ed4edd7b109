import { Box, Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { Brand } from '../layout/Brand';
import { ErrorNote } from '../ui/ErrorNote';
import { passwordFault } from './password-fault';

/** Opened once, through the link that `rulewright admin` prints. */
export function SetupPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [asked, setAsked] = useState(false);
  const fault = passwordFault(password, repeated);

  const setUp = useMutation({
    mutationFn: () => api.post('/setup', { token, name, password }),
    onSuccess: async () => {
      // The answer carries the cookie: who made the first admin is signed in as them.
      await queries.invalidateQueries({ queryKey: ['session'] });
      await navigate('/', { replace: true });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!fault) setUp.mutate();
  };

  return (
    <Box component="main" mih="100vh" p="xl" style={{ display: 'grid', placeItems: 'center' }}>
      <Stack w="100%" maw={440} gap="xl">
        <Stack gap={6}>
          <Brand />
          <Title order={1} mt="md">
            Make the first admin
          </Title>
          <Text c="dimmed">This link works once. The first admin invites everyone else.</Text>
        </Stack>
        <ErrorNote error={setUp.error} />
        {token === '' ? (
          <Card>
            <Text>The link is incomplete. Open it exactly as `rulewright admin` printed it.</Text>
          </Card>
        ) : (
          <Card>
            <form onSubmit={submit}>
              <Stack>
                <TextInput
                  label="Name"
                  autoComplete="username"
                  required
                  autoFocus
                  value={name}
                  onChange={event => setName(event.currentTarget.value)}
                />
                <PasswordInput
                  label="Password"
                  description="At least 12 characters"
                  autoComplete="new-password"
                  required
                  value={password}
                  onChange={event => setPassword(event.currentTarget.value)}
                  error={asked && fault?.at === 'password' ? fault.message : undefined}
                />
                <PasswordInput
                  label="Password again"
                  autoComplete="new-password"
                  required
                  value={repeated}
                  onChange={event => setRepeated(event.currentTarget.value)}
                  error={asked && fault?.at === 'repeated' ? fault.message : undefined}
                />
                <Button type="submit" loading={setUp.isPending}>
                  Make admin and sign in
                </Button>
              </Stack>
            </form>
          </Card>
        )}
      </Stack>
    </Box>
  );
}
