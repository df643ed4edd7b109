import { Global, Module } from '@nestjs/common';

import { Settings } from './settings';
import { SettingsController } from './settings.controller';
import { SettingsService } from './settings.service';
import { TypeormSettings } from './typeorm-settings';

@Global()
@Module({
  controllers: [SettingsController],
  providers: [{ provide: Settings, useClass: TypeormSettings }, SettingsService],
  exports: [Settings, SettingsService],
})
export class SettingsModule {}
