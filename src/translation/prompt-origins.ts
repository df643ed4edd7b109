import { Injectable } from '@nestjs/common';

import { type Origin, Origins } from '../rules/origins';
import { Prompts } from './prompts';

/** Rules come from prompts. */
@Injectable()
export class PromptOrigins extends Origins {
  constructor(private readonly prompts: Prompts) {
    super();
  }

  async find(promptId: string): Promise<Origin | undefined> {
    const prompt = await this.prompts.find(promptId);
    return prompt && { by: prompt.by, recordType: prompt.recordType };
  }

  async saved(promptId: string, rule: string, version: number): Promise<void> {
    await this.prompts.saved(promptId, rule, version);
  }
}
