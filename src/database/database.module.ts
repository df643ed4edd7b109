import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';

import { Env } from '../config/env';
import { Database } from './database';
import { openDatabase, type Schema } from './open-database';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(schema: Schema, options: { readonly alone?: boolean } = {}): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, inject: [Env], useFactory: (env: Env) => openDatabase(env, schema, options) }],
      exports: [Database],
    };
  }

  /** After the last request has been answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
