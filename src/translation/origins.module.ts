import { Global, Module } from '@nestjs/common';

import { Origins } from '../rules/origins';
import { PromptOrigins } from './prompt-origins';
import { PromptsModule } from './prompts.module';

/** Global, because rules stand before prompts on the street and so cannot import them. */
@Global()
@Module({ imports: [PromptsModule], providers: [{ provide: Origins, useClass: PromptOrigins }], exports: [Origins] })
export class OriginsModule {}
