import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';

import { AuditModule } from '../audit/audit.module';
import { AuthModule } from '../auth/auth.module';
import { ConfigModule } from '../config/config.module';
import type { Env } from '../config/env';
import { DatabaseModule } from '../database/database.module';
import { RuntimeModule } from '../runtime/runtime.module';
import type { WallClock } from '../runtime/wall-clock';
import { SCHEMA } from '../schema';
import { SettingsModule } from '../settings/settings.module';

/** What the command line needs of the service: storage and people, no features. */
@Module({})
export class AdminModule {
  static with({ env, clock, log }: { env: Env; clock: WallClock; log: Logger }): DynamicModule {
    return {
      module: AdminModule,
      imports: [
        ConfigModule.with(env),
        RuntimeModule.with(clock, log),
        DatabaseModule.with(SCHEMA, { alone: false }),
        AuditModule,
        AuthModule,
        SettingsModule,
      ],
    };
  }
}
