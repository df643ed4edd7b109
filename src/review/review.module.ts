import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { GlossaryModule } from '../glossary/glossary.module';
import { RulesModule } from '../rules/rules.module';
import { PromptsModule } from '../translation/prompts.module';
import { ReviewController } from './review.controller';
import { ReviewService } from './review.service';
import { ReviewViews } from './review-view';

@Module({
  imports: [CatalogModule, GlossaryModule, RulesModule, PromptsModule],
  controllers: [ReviewController],
  providers: [ReviewService, ReviewViews],
})
export class ReviewModule {}
