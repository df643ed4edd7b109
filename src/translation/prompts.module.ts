import { Module } from '@nestjs/common';

import { Prompts } from './prompts';
import { TypeormPrompts } from './typeorm-prompts';

/** Where prompts are kept. */
@Module({ providers: [{ provide: Prompts, useClass: TypeormPrompts }], exports: [Prompts] })
export class PromptsModule {}
