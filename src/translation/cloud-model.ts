import { Injectable } from '@nestjs/common';
import type { ChatModel } from '@lib/language';

import { Env } from '../config/env';
import { AzureOpenAiModel } from './azure-openai';
import { CloudSwitch } from './cloud-switch';

/** The cloud model, where there is one: configured in the environment, and turned on by an admin. Off until both are true. */
@Injectable()
export class CloudModel {
  private readonly configured: ChatModel | undefined;

  constructor(
    env: Env,
    private readonly cloudSwitch: CloudSwitch,
  ) {
    this.configured = env.azure && new AzureOpenAiModel(env.azure);
  }

  get isConfigured(): boolean {
    return this.configured !== undefined;
  }

  async current(): Promise<ChatModel | undefined> {
    return this.configured && (await this.cloudSwitch.isOn()) ? this.configured : undefined;
  }
}
