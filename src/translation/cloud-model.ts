import { Injectable } from '@nestjs/common';
import type { ChatModel } from '@lib/language';

import { SettingsService } from '../settings/settings.service';
import { AzureOpenAiModel } from './azure-openai';

/** The cloud model, where there is one: configured, and turned on by an admin. Off until both are true. */
@Injectable()
export class CloudModel {
  private last?: { readonly settings: string; readonly model: ChatModel };

  constructor(private readonly settings: SettingsService) {}

  /** Looked up for every prompt, so that turning it off holds from the next one on. */
  async current(): Promise<ChatModel | undefined> {
    if (!(await this.settings.isCloudModelOn())) return undefined;
    const azure = await this.settings.azure();
    if (!azure) return undefined;
    const settings = JSON.stringify(azure);
    if (this.last?.settings !== settings) this.last = { settings, model: new AzureOpenAiModel(azure) };
    return this.last.model;
  }
}
