import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';

import { Ids } from './ids';
import { LOG } from './log';
import { WallClock } from './wall-clock';

@Global()
@Module({})
export class RuntimeModule {
  static with(clock: WallClock, log: Logger): DynamicModule {
    return {
      module: RuntimeModule,
      providers: [{ provide: WallClock, useValue: clock }, { provide: LOG, useValue: log }, Ids],
      exports: [WallClock, LOG, Ids],
    };
  }
}
