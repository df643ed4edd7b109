import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';

import { ActivationModule } from './activation/activation.module';
import { ApplyModule } from './apply/apply.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { CatalogModule } from './catalog/catalog.module';
import { ConfigModule } from './config/config.module';
import type { Env } from './config/env';
import { DatabaseModule } from './database/database.module';
import { GlossaryModule } from './glossary/glossary.module';
import { HealthModule } from './health/health.module';
import { HttpModule } from './http/http.module';
import { PreviewModule } from './preview/preview.module';
import { ReviewModule } from './review/review.module';
import { RulesModule } from './rules/rules.module';
import { RuntimeModule } from './runtime/runtime.module';
import type { WallClock } from './runtime/wall-clock';
import { SCHEMA } from './schema';
import { SettingsModule } from './settings/settings.module';
import { OriginsModule } from './translation/origins.module';
import { TranslationModule } from './translation/translation.module';

/** The features, in the order data flows. Each may look back, none ahead. */
const FEATURES = [
  CatalogModule,
  GlossaryModule,
  RulesModule,
  OriginsModule,
  TranslationModule,
  PreviewModule,
  ReviewModule,
  ActivationModule,
  ApplyModule,
];

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
        SettingsModule,
        HealthModule,
        ...FEATURES,
      ],
    };
  }
}
