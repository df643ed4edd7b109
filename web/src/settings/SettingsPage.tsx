import { Button, Card, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../api/client';
import type { JsonValue } from '../api/contracts';
import { factName } from '../history/prompt-facts';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';

type Settings = { readonly [name: string]: JsonValue };

export function SettingsPage() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.get<Settings>('/settings', { signal }),
  });
  return (
    <Page title="Settings" intro="What holds for the whole installation.">
      <Loaded query={settings}>{data => <Form key={JSON.stringify(data)} settings={data} />}</Loaded>
    </Page>
  );
}

const CHOICES: { readonly [name: string]: readonly string[] } = { translator: ['embedded', 'azure-openai'] };

/** The service says which settings there are; each is shown by the kind of its value, and what is no plain value is only read. */
function Form({ settings }: { readonly settings: Settings }) {
  const queries = useQueryClient();
  const [changes, setChanges] = useState<Settings>({});
  const save = useMutation({
    mutationFn: () => api.patch<Settings>('/settings', changes),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] }),
  });
  const names = Object.keys(settings);
  if (names.length === 0) return <EmptyState icon={<IconSettings size={26} />} title="There is nothing to set" />;
  const set = (name: string, value: JsonValue): void => setChanges({ ...changes, [name]: value });
  return (
    <Card maw={640}>
      <Stack>
        {names.map(name => {
          const value = changes[name] ?? settings[name];
          const label = factName(name);
          if (typeof value === 'boolean') {
            return (
              <Switch
                key={name}
                label={label}
                checked={value}
                onChange={event => set(name, event.currentTarget.checked)}
              />
            );
          }
          const choices = CHOICES[name];
          if (typeof value === 'string' && choices) {
            return (
              <Select
                key={name}
                label={label}
                data={[...choices]}
                value={value}
                allowDeselect={false}
                onChange={next => next && set(name, next)}
              />
            );
          }
          if (typeof value === 'string') {
            return (
              <TextInput
                key={name}
                label={label}
                value={value}
                onChange={event => set(name, event.currentTarget.value)}
              />
            );
          }
          return (
            <div key={name}>
              <Text size="sm" fw={550}>
                {label}
              </Text>
              <Text className="code" c="dimmed">
                {JSON.stringify(value)}
              </Text>
            </div>
          );
        })}
        <ErrorNote error={save.error} />
        <Group justify="flex-end">
          <Button disabled={Object.keys(changes).length === 0} loading={save.isPending} onClick={() => save.mutate()}>
            Save settings
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
