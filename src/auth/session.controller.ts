import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AuditTrail } from '../audit/audit-trail';
import { Env } from '../config/env';
import { HttpProblem } from '../http/problem';
import type { Actor } from './actor';
import { CurrentActor } from './actor.decorator';
import { tooMany } from './auth.guard';
import { Public, SignedIn } from './may.decorator';
import { PERSONAS } from './personas';
import { RIGHTS, type Rights } from './rights';
import { sessionCookie } from './session-cookie';
import { SignIn } from './session.dto';
import { actorOf, SessionsService } from './sessions.service';
import { Throttle } from './throttle';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Env) private readonly env: Env,
  ) {}

  @Public()
  @Post()
  @HttpCode(200)
  async signIn(@Body() body: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { user, token } = body.persona
      ? await this.continueAs(body.persona)
      : await this.withPassword(body, request.ip);
    await this.audit.append(actorOf(user), { action: 'signed-in', subject: { type: 'user', id: user.id } });
    reply.header('set-cookie', sessionCookie(this.env, token));
    return this.view(actorOf(user));
  }

  @SignedIn()
  @Get()
  current(@CurrentActor() actor: Actor) {
    return this.view(actor);
  }

  @SignedIn()
  @Delete()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.sessionHash) await this.sessions.signOut(request.sessionHash);
    reply.header('set-cookie', sessionCookie(this.env));
  }

  private async continueAs(persona: NonNullable<SignIn['persona']>) {
    if (this.env.mode !== 'demo') throw new HttpProblem(403, 'no-personas', 'Personas exist in demo mode only.');
    const done = await this.sessions.continueAs(persona);
    if (!done.ok) throw new HttpProblem(403, 'no-personas', 'This persona has been removed.');
    return done.value;
  }

  private async withPassword({ name, password }: SignIn, address: string) {
    if (!name || !password) throw new HttpProblem(400, 'bad-request', 'Name and password are needed.');
    const wait = this.throttle.signIn(name, address);
    if (wait > 0) throw tooMany(wait);
    const done = await this.sessions.signIn(name, password);
    if (!done.ok) {
      this.throttle.failed(name, address);
      throw new HttpProblem(401, 'wrong-password', 'Name or password is wrong.');
    }
    this.throttle.succeeded(name, address);
    return done.value;
  }

  private view(actor: Actor) {
    return {
      user: { id: actor.id, name: actor.name },
      rights: listed(actor.rights),
      mode: this.env.mode,
      ...(this.env.mode === 'demo' && { personas: PERSONAS }),
    };
  }
}

/** Rights as lists in every case: `"*"` stands for all record types. */
function listed(rights: Rights): Record<string, readonly string[]> {
  return Object.fromEntries(
    RIGHTS.flatMap(right => {
      const given = rights[right];
      return given === undefined ? [] : [[right, given === '*' ? ['*'] : given]];
    }),
  );
}
