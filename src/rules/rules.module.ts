import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { GlossaryModule } from '../glossary/glossary.module';
import { RuleVersionsModule } from './rule-versions.module';
import { RulesController } from './rules.controller';
import { RuleViews } from './rule-views';
import { RulesService } from './rules.service';

@Module({
  imports: [CatalogModule, GlossaryModule, RuleVersionsModule],
  controllers: [RulesController],
  providers: [RulesService, RuleViews],
  exports: [RuleViews, RuleVersionsModule],
})
export class RulesModule {}
