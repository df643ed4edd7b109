export const RIGHTS = [
  'ask',
  'use-cloud-model',
  'see-samples',
  'see-personal',
  'review',
  'activate',
  'manage-people',
  'manage-settings',
  'audit',
  'apply',
] as const;

/** Something a person may do, everywhere or with some record types. */
export type Right = (typeof RIGHTS)[number];

/** Per right: the record types it holds for, or `*` for all. A right that is not there is not given. */
export type Rights = { readonly [right in Right]?: '*' | readonly string[] };

export const PRESETS = {
  steward: { ask: '*', 'see-samples': '*' },
  admin: Object.fromEntries(RIGHTS.map(right => [right, '*'])),
  auditor: { audit: '*', 'see-samples': '*' },
} as const satisfies Record<string, Rights>;

export type Preset = keyof typeof PRESETS;

/** What an API key may be used for. None of them reviews, decides, activates or administers. */
export const SCOPES = ['apply', 'translate', 'read', 'import'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whether these rights hold for this record type; without one, whether they hold anywhere. */
export function holds(rights: Rights, right: Right, recordType?: string): boolean {
  const given = rights[right];
  if (given === undefined) return false;
  if (given === '*') return true;
  return recordType === undefined ? given.length > 0 : given.includes(recordType);
}

/** Reads rights as stored or sent; undefined where it is none. */
export function readRights(value: unknown): Rights | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const rights: Record<string, '*' | readonly string[]> = {};
  for (const [right, types] of Object.entries(value)) {
    if (!(RIGHTS as readonly string[]).includes(right)) return undefined;
    // A person reads `"*"` and `["*"]` as the same.
    if (types === '*' || (Array.isArray(types) && types.includes('*'))) rights[right] = '*';
    else if (Array.isArray(types) && types.every(type => typeof type === 'string' && type.length <= 100))
      rights[right] = types as string[];
    else return undefined;
  }
  return rights;
}
