import type { JsonValue } from '../api/contracts';

/** What admins can choose while the service runs, in the words and order of the screen. All else is the environment's. */
export const SETTING_ROWS = [
  { name: 'installationName', label: 'Name of this installation', kind: 'text', hint: '' },
  {
    name: 'cloudModel',
    label: 'Let Azure OpenAI help with prompts',
    kind: 'switch',
    hint: 'Off, nothing leaves this machine. On, it sees the schema and masked statistics, never personal values.',
  },
  { name: 'azureEndpoint', label: 'Azure OpenAI endpoint', kind: 'text', hint: 'https://….openai.azure.com' },
  { name: 'azureDeployment', label: 'Deployment', kind: 'text', hint: '' },
  { name: 'azureApiVersion', label: 'API version', kind: 'text', hint: '' },
  { name: 'azureApiKey', label: 'API key', kind: 'secret', hint: 'Kept encrypted and never shown again' },
] as const;

export type Settings = { readonly [name: string]: JsonValue };

/** Only what differs from what is kept; a text that was emptied is forgotten (null). */
export function settingChanges(kept: Settings, edited: Settings): Settings {
  const changes: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(edited)) {
    const next = typeof value === 'string' && value.trim() === '' ? null : value;
    if (next !== (kept[name] ?? null)) changes[name] = next;
  }
  return changes;
}

/** Whether a secret is kept: of secrets the service says only that. */
export function isSecretSet(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && 'isSet' in value && value.isSet === true;
}
