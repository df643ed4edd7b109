import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { GlossaryModule } from '../glossary/glossary.module';
import { CloudModel } from './cloud-model';
import { PromptsController } from './prompts.controller';
import { PromptsModule } from './prompts.module';
import { TranslationController } from './translation.controller';
import { TranslationService } from './translation.service';
import { TranslatorChoice } from './translator-choice';

@Module({
  imports: [CatalogModule, GlossaryModule, PromptsModule],
  controllers: [TranslationController, PromptsController],
  providers: [TranslationService, TranslatorChoice, CloudModel],
})
export class TranslationModule {}
