import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { Env } from '../config/env';
import { ApiKeys } from './api-keys';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysService } from './api-keys.service';
import { AuthGuard } from './auth.guard';
import { Secret, secretOf } from './secret';
import { SessionController } from './session.controller';
import { Sessions } from './sessions';
import { SessionsService } from './sessions.service';
import { SetupController } from './setup.controller';
import { SetupService } from './setup.service';
import { SetupLinks } from './setup-links';
import { Throttle } from './throttle';
import { TypeormSetupLinks } from './typeorm-setup-links';
import { TypeormApiKeys } from './typeorm-api-keys';
import { TypeormSessions } from './typeorm-sessions';
import { TypeormUsers } from './typeorm-users';
import { Users } from './users';
import { UsersController } from './users.controller';
import { UsersService } from './users.service';

@Global()
@Module({
  controllers: [SessionController, UsersController, ApiKeysController, SetupController],
  providers: [
    { provide: Users, useClass: TypeormUsers },
    { provide: Sessions, useClass: TypeormSessions },
    { provide: ApiKeys, useClass: TypeormApiKeys },
    { provide: SetupLinks, useClass: TypeormSetupLinks },
    { provide: Secret, inject: [Env], useFactory: secretOf },
    SessionsService,
    UsersService,
    ApiKeysService,
    SetupService,
    Throttle,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [Users, Sessions, ApiKeys, SetupService, ApiKeysService, UsersService, Secret],
})
export class AuthModule {}
