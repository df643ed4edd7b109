import { Injectable } from '@nestjs/common';
import { fail, type JsonValue, ok, type Problem, type Result } from '@lib/rules';

import { AuditTrail } from '../audit/audit-trail';
import type { Actor } from '../auth/actor';
import { Secret } from '../auth/secret';
import { type AzureOpenAi, Env } from '../config/env';
import { Database } from '../database/database';
import { isSettingName, type SettingName, SETTINGS } from './setting-table';
import { Settings } from './settings';

const AZURE_API_VERSION = '2024-10-21';

/** What admins chose, with secrets sealed where they lie. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly secret: Secret,
    private readonly env: Env,
  ) {}

  /** For showing: of a secret only whether there is one. */
  async view(): Promise<Record<SettingName, JsonValue>> {
    const stored = await this.settings.read();
    const shown = (Object.keys(SETTINGS) as SettingName[]).map(name => {
      const text = stored.get(name);
      if (SETTINGS[name].isSecret) return [name, { isSet: text !== undefined }];
      return [name, text === undefined ? null : (JSON.parse(text) as JsonValue)];
    });
    return Object.fromEntries(shown) as Record<SettingName, JsonValue>;
  }

  /** Changes all or none; null forgets a setting. */
  async change(values: Readonly<Record<string, unknown>>, by: Actor): Promise<Result<void, readonly Problem[]>> {
    const texts = new Map<string, string | null>();
    const problems: Problem[] = [];
    const wrong = (code: string, name: string, message: string) =>
      problems.push({ severity: 'error', code, at: `/${name}`, message });
    for (const [name, value] of Object.entries(values)) {
      if (!isSettingName(name)) wrong('unknown-setting', name, `There is no setting "${name}".`);
      else if (value === null) texts.set(name, null);
      else if (!SETTINGS[name].fits(value)) wrong('bad-setting', name, `"${name}" is ${SETTINGS[name].expected}.`);
      else texts.set(name, SETTINGS[name].isSecret ? this.secret.seal(value as string, name) : JSON.stringify(value));
    }
    if (values['cloudModel'] === true && !(await this.azure(texts))) {
      wrong(
        'not-configured',
        'cloudModel',
        'The cloud model needs an Azure OpenAI endpoint, deployment and key first.',
      );
    }
    if (problems.length > 0) return fail(problems);
    await this.database.write(async () => {
      await this.settings.change(texts);
      for (const name of texts.keys()) {
        const value = texts.get(name);
        // Of a secret the trail tells that it changed, of the rest also to what.
        const isShown = isSettingName(name) && !SETTINGS[name].isSecret && typeof value === 'string';
        const detail = isShown ? { detail: { value: JSON.parse(value) as JsonValue } } : {};
        await this.audit.append(by, { action: 'setting-changed', subject: { type: 'setting', id: name }, ...detail });
      }
    });
    return ok(undefined);
  }

  /** Whether an admin has turned the cloud model on. Off until then. */
  async isCloudModelOn(): Promise<boolean> {
    return (await this.settings.read()).get('cloudModel') === 'true';
  }

  /** How to reach Azure OpenAI: as the environment says, else as an admin did; undefined where neither does. */
  async azure(changes: ReadonlyMap<string, string | null> = new Map()): Promise<AzureOpenAi | undefined> {
    if (this.env.azure) return this.env.azure;
    const stored = new Map([...(await this.settings.read()), ...changes]);
    const text = (name: SettingName): string | undefined => {
      const value = stored.get(name);
      if (value === undefined || value === null) return undefined;
      return SETTINGS[name].isSecret ? this.secret.open(value, name) : (JSON.parse(value) as string);
    };
    const [endpoint, deployment, apiKey] = [text('azureEndpoint'), text('azureDeployment'), text('azureApiKey')];
    if (!endpoint || !deployment || !apiKey) return undefined;
    return { endpoint, deployment, apiKey, apiVersion: text('azureApiVersion') ?? AZURE_API_VERSION };
  }
}
