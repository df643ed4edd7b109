import {
  Alert,
  Box,
  Button,
  Card,
  Divider,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  ThemeIcon,
  Title,
} from '@mantine/core';
import { IconClipboardCheck, IconEye, IconInfoCircle, IconMessageCircle, IconUsers } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { Persona } from '../api/contracts';
import { Brand } from '../layout/Brand';
import { ErrorNote } from '../ui/ErrorNote';
import { useSignIn } from './use-session';

const ICONS: { readonly [persona: string]: typeof IconEye } = {
  steward: IconMessageCircle,
  admin: IconClipboardCheck,
  admin2: IconUsers,
  auditor: IconEye,
};

export function SignInPage({ personas }: { readonly personas: readonly Persona[] }) {
  const signIn = useSignIn();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const isDemo = personas.length > 0;
  useEffect(() => {
    document.title = 'Sign in · Rulewright';
  }, []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ name, password });
  };

  return (
    <Box component="main" mih="100vh" p="xl" style={{ display: 'grid', placeItems: 'center' }}>
      <Stack w="100%" maw={isDemo ? 640 : 400} gap="xl">
        <Stack gap={6}>
          <Brand />
          <Title order={1} mt="md">
            {isDemo ? 'Continue as' : 'Sign in'}
          </Title>
          <Text c="dimmed">Say what should happen to your records. See the evidence. Have it reviewed.</Text>
        </Stack>
        <ErrorNote error={signIn.error} />
        {isDemo ? (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              {personas.map(persona => (
                <PersonaCard
                  key={persona.persona}
                  persona={persona}
                  disabled={signIn.isPending}
                  choose={() => signIn.mutate({ persona: persona.persona })}
                />
              ))}
            </SimpleGrid>
            <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} />}>
              This is a demo on this machine only. Two admins are here so that you can try four eyes: whoever
              contributed to a rule cannot approve it.
            </Alert>
          </>
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
                  autoComplete="current-password"
                  required
                  value={password}
                  onChange={event => setPassword(event.currentTarget.value)}
                />
                <Button type="submit" loading={signIn.isPending}>
                  Sign in
                </Button>
              </Stack>
            </form>
            <Divider my="md" />
            <Text size="xs" c="dimmed">
              No account? An admin of your organisation makes one.
            </Text>
          </Card>
        )}
      </Stack>
    </Box>
  );
}

function PersonaCard({
  persona,
  disabled,
  choose,
}: {
  readonly persona: Persona;
  readonly disabled: boolean;
  readonly choose: () => void;
}) {
  const Icon = ICONS[persona.persona] ?? IconUsers;
  return (
    <Card
      component="button"
      type="button"
      className="pressable"
      onClick={choose}
      disabled={disabled}
      data-persona={persona.persona}
    >
      <ThemeIcon variant="light" size={38} radius="md" mb="sm">
        <Icon size={21} stroke={1.7} />
      </ThemeIcon>
      <Text fw={620}>{persona.name}</Text>
      {persona.description ? (
        <Text size="sm" c="dimmed" mt={2}>
          {persona.description}
        </Text>
      ) : null}
    </Card>
  );
}
