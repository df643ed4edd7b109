import { Module } from '@nestjs/common';

import { ActivationModule } from '../activation/activation.module';
import { CatalogModule } from '../catalog/catalog.module';
import { RulesModule } from '../rules/rules.module';
import { ApplyController } from './apply.controller';
import { ApplyService } from './apply.service';
import { Timers } from './idle-limit';
import { RunningRuleSets } from './running-rule-sets';

@Module({
  imports: [CatalogModule, RulesModule, ActivationModule],
  controllers: [ApplyController],
  providers: [ApplyService, RunningRuleSets, Timers],
})
export class ApplyModule {}
