import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { GlossaryModule } from '../glossary/glossary.module';
import { RulesModule } from '../rules/rules.module';
import { ActivationController } from './activation.controller';
import { ActivationService } from './activation.service';
import { RuleSetsModule } from './rule-sets.module';

@Module({
  imports: [CatalogModule, GlossaryModule, RulesModule, RuleSetsModule],
  controllers: [ActivationController],
  providers: [ActivationService],
  exports: [RuleSetsModule],
})
export class ActivationModule {}
