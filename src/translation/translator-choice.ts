import { Injectable } from '@nestjs/common';
import {
  createCascadeTranslator,
  createChatTranslator,
  createEmbeddedTranslator,
  type Translator,
} from '@lib/language';
import { fail, ok, type Result } from '@lib/rules';

import { WallClock } from '../runtime/wall-clock';
import { CloudModel } from './cloud-model';
import { Prompts } from './prompts';
import { RecordedModel, type Usage } from './recorded-model';

export interface ChosenTranslator {
  readonly translator: Translator;
  /** What the prompt has used up so far, where a model was asked. */
  usage(): Usage | undefined;
}

/** Picks who translates a prompt: the embedded one unless the cloud model is on, allowed, and needed or asked for. */
@Injectable()
export class TranslatorChoice {
  private readonly embedded = createEmbeddedTranslator();

  constructor(
    private readonly cloud: CloudModel,
    private readonly prompts: Prompts,
    private readonly clock: WallClock,
  ) {}

  async choose(
    mayUseCloud: boolean,
    promptId: string,
    wanted?: Translator['name'],
  ): Promise<Result<ChosenTranslator, 'cloud-model-off' | 'cloud-model-not-allowed'>> {
    const alone: ChosenTranslator = { translator: this.embedded, usage: () => undefined };
    if (wanted === 'embedded') return ok(alone);
    const model = await this.cloud.current();
    if (!model) return wanted === undefined ? ok(alone) : fail('cloud-model-off');
    if (!mayUseCloud) return wanted === undefined ? ok(alone) : fail('cloud-model-not-allowed');
    const recorded = new RecordedModel(model, this.prompts, this.clock, promptId);
    const chat = createChatTranslator(recorded);
    return ok({
      translator: wanted === undefined ? createCascadeTranslator(this.embedded, chat) : chat,
      usage: () => recorded.usage,
    });
  }
}
