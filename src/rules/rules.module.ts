import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { RuleVersionsModule } from './rule-versions.module';
import { RulesController } from './rules.controller';
import { RulesService } from './rules.service';

@Module({
  imports: [CatalogModule, RuleVersionsModule],
  controllers: [RulesController],
  providers: [RulesService],
  exports: [RulesService, RuleVersionsModule],
})
export class RulesModule {}
