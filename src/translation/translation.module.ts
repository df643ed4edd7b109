import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { CloudModel } from './cloud-model';
import { PromptsController } from './prompts.controller';
import { PromptsModule } from './prompts.module';
import { TranslationController } from './translation.controller';
import { TranslationService } from './translation.service';
import { TranslatorChoice } from './translator-choice';

@Module({
  imports: [CatalogModule, PromptsModule],
  controllers: [TranslationController, PromptsController],
  providers: [TranslationService, TranslatorChoice, CloudModel],
})
export class TranslationModule {}
