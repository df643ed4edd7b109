import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Env } from '../config/env';
import { HttpProblem } from '../http/problem';
import { tooMany } from './auth.guard';
import { Public } from './may.decorator';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password';
import { sessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';
import { IsShownName } from '../http/is-shown-name';
import { SetupService } from './setup.service';
import { Throttle } from './throttle';

export class UseSetupLink {
  @ApiProperty()
  @IsString()
  @MaxLength(100)
  token!: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsShownName()
  name!: string;

  @ApiProperty({ minLength: SHORTEST_PASSWORD })
  @IsString()
  @MinLength(SHORTEST_PASSWORD)
  @MaxLength(LONGEST_PASSWORD)
  password!: string;
}

@ApiTags('session')
@Controller('setup')
export class SetupController {
  constructor(
    @Inject(SetupService) private readonly setup: SetupService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(Env) private readonly env: Env,
  ) {}

  /** Makes the first admin with the one-time link of `rulewright admin`, and signs them in. */
  @Public()
  @Post()
  @HttpCode(201)
  async use(
    @Body() { token, name, password }: UseSetupLink,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wait = this.throttle.signIn('setup', request.ip);
    if (wait > 0) throw tooMany(wait);
    const done = await this.setup.use(token, name, password);
    if (!done.ok) {
      this.throttle.failed('setup', request.ip);
      throw done.error === 'bad-link'
        ? new HttpProblem(
            403,
            'bad-setup-link',
            'This link is unknown, used or past. Make a new one with "rulewright admin".',
          )
        : new HttpProblem(409, 'name-taken', 'Another person has this name.');
    }
    const session = await this.sessions.open(done.value);
    reply.header('set-cookie', sessionCookie(this.env, session.token));
    return { user: { id: done.value.id, name: done.value.name } };
  }
}
