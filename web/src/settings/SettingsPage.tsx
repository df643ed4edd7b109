import { Alert, Button, Card, Group, PasswordInput, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import { ErrorNote } from '../ui/ErrorNote';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { isSecretSet, SETTING_ROWS, settingChanges, type Settings } from './setting-rows';

const KEY = ['settings'];

export function SettingsPage() {
  const settings = useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<Settings>('/settings', { signal }) });
  return (
    <Page title="Settings" intro="What holds for the whole installation.">
      <Loaded query={settings}>{data => <Form settings={data} />}</Loaded>
    </Page>
  );
}

function Form({ settings }: { readonly settings: Settings }) {
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Settings>({});
  const changes = settingChanges(settings, edited);
  const save = useMutation({
    mutationFn: () => api.patch<Settings>('/settings', changes),
    onSuccess: answer => {
      queries.setQueryData(KEY, answer);
      setEdited({});
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  const text = (name: string): string => {
    const value = edited[name] ?? settings[name];
    return typeof value === 'string' ? value : '';
  };
  return (
    <Card component="form" onSubmit={submit} maw={640} aria-label="Settings">
      <Stack>
        {SETTING_ROWS.map(({ name, label, kind, hint }) => {
          const described = hint === '' ? {} : { description: hint };
          const set = (value: string | boolean): void => setEdited({ ...edited, [name]: value });
          switch (kind) {
            case 'switch':
              return (
                <Switch
                  key={name}
                  label={label}
                  {...described}
                  checked={(edited[name] ?? settings[name]) === true}
                  onChange={event => set(event.currentTarget.checked)}
                />
              );
            case 'secret':
              return (
                <PasswordInput
                  key={name}
                  label={label}
                  {...described}
                  autoComplete="off"
                  placeholder={isSecretSet(settings[name]) ? 'A key is kept; type a new one to replace it' : ''}
                  value={text(name)}
                  onChange={event => set(event.currentTarget.value)}
                />
              );
            case 'text':
              return (
                <TextInput
                  key={name}
                  label={label}
                  {...described}
                  value={text(name)}
                  onChange={event => set(event.currentTarget.value)}
                />
              );
          }
        })}
        <ErrorNote error={save.error} />
        {save.isSuccess && Object.keys(changes).length === 0 ? (
          <Alert color="teal" role="status">
            Saved.
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button type="submit" disabled={Object.keys(changes).length === 0} loading={save.isPending}>
            Save settings
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
