import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';

import { RuleSetsModule } from './activation/rule-sets.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { CatalogModule } from './catalog/catalog.module';
import { ConfigModule } from './config/config.module';
import type { Env } from './config/env';
import { DatabaseModule } from './database/database.module';
import { HealthModule } from './health/health.module';
import { HttpModule } from './http/http.module';
import { RuleVersionsModule } from './rules/rule-versions.module';
import { RuntimeModule } from './runtime/runtime.module';
import type { WallClock } from './runtime/wall-clock';
import { SCHEMA } from './schema';
import { PromptsModule } from './translation/prompts.module';

/** The features, in the order data flows. Each may look back, none ahead. */
const FEATURES = [CatalogModule, RuleVersionsModule, PromptsModule, RuleSetsModule];

/** Lists the modules; the only file that knows them all. */
@Module({})
export class AppModule {
  static with({ env, clock, log }: { env: Env; clock: WallClock; log: Logger }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(env),
        RuntimeModule.with(clock, log),
        DatabaseModule.with(SCHEMA),
        HttpModule,
        AuditModule,
        AuthModule,
        HealthModule,
        ...FEATURES,
      ],
    };
  }
}
