/** One row per setting: what an admin can choose while the service runs. All else is the environment's. */
export interface SettingRule {
  readonly isSecret: boolean;
  readonly fits: (value: unknown) => boolean;
  readonly expected: string;
}

const isText = (longest: number) => (value: unknown) =>
  typeof value === 'string' && value.trim().length > 0 && value.length <= longest;
const isUrl = (value: unknown) =>
  typeof value === 'string' && value.length <= 500 && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

export const SETTINGS = {
  installationName: { isSecret: false, fits: isText(100), expected: 'a text of at most 100 characters' },
  cloudModel: { isSecret: false, fits: (value: unknown) => typeof value === 'boolean', expected: 'true or false' },
  azureEndpoint: { isSecret: false, fits: isUrl, expected: 'a URL' },
  azureDeployment: { isSecret: false, fits: isText(100), expected: 'the name of a deployment' },
  azureApiVersion: { isSecret: false, fits: isText(40), expected: 'an API version' },
  azureApiKey: { isSecret: true, fits: isText(500), expected: 'an API key' },
} as const satisfies Record<string, SettingRule>;

export type SettingName = keyof typeof SETTINGS;

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}
