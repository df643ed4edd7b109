import { Module, type OnApplicationShutdown } from '@nestjs/common';

import { ActivationModule } from '../activation/activation.module';
import { CatalogModule } from '../catalog/catalog.module';
import { Env } from '../config/env';
import { GlossaryModule } from '../glossary/glossary.module';
import { RulesModule } from '../rules/rules.module';
import { ApplyController } from './apply.controller';
import { ApplyService } from './apply.service';
import { Timers } from './idle-limit';
import { OpenStreams } from './open-streams';
import { RunningRuleSets } from './running-rule-sets';
import { JudgingThreads } from './threads/judging-threads';

@Module({
  imports: [CatalogModule, GlossaryModule, RulesModule, ActivationModule],
  controllers: [ApplyController],
  providers: [
    ApplyService,
    RunningRuleSets,
    Timers,
    OpenStreams,
    { provide: JudgingThreads, inject: [Env], useFactory: (env: Env) => new JudgingThreads(env.streamThreads) },
  ],
})
export class ApplyModule implements OnApplicationShutdown {
  constructor(private readonly threads: JudgingThreads) {}

  onApplicationShutdown(): Promise<void> {
    return this.threads.stop();
  }
}
