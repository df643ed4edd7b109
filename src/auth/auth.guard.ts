import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { Env } from '../config/env';
import { HttpProblem } from '../http/problem';
import { type Actor, may, recordTypesOf } from './actor';
import './actor.decorator';
import { ApiKeysService } from './api-keys.service';
import { PERSONAS } from './personas';
import { ACCESS, type Access } from './may.decorator';
import { RIGHTS } from './rights';
import { missingRight } from './require-right';
import { readSessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';
import { Throttle } from './throttle';

const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Finds out who asks, and lets in who may. What a route needs stands at the route (`@May`). */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly apiKeys: ApiKeysService,
    private readonly throttle: Throttle,
    private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error(`The route ${request.method} ${request.url} does not say who may call it.`);
    refuseCrossSite(request, this.env);
    const actor = await this.actorOf(request);
    const wait = this.throttle.call(actor?.id ?? request.ip);
    if (wait > 0) throw tooMany(wait);
    if (access.isPublic) return true;
    if (!actor) {
      throw new HttpProblem(
        401,
        'signed-out',
        'Sign in first.',
        this.env.mode === 'demo' ? { personas: PERSONAS } : {},
      );
    }
    requireAccess(actor, access, request);
    return true;
  }

  private async actorOf(request: FastifyRequest): Promise<Actor | undefined> {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      const actor = await this.apiKeys.recognise(bearer.trim());
      if (!actor)
        throw new HttpProblem(
          401,
          'unknown-key',
          'This API key is unknown, revoked or has expired.',
          {},
          { 'www-authenticate': 'Bearer' },
        );
      request.actor = actor;
      return actor;
    }
    const token = readSessionCookie(request.headers);
    if (!token) return undefined;
    const session = await this.sessions.recognise(token);
    if (!session) return undefined;
    request.actor = session.actor;
    request.sessionHash = session.hash;
    return session.actor;
  }
}

export function tooMany(seconds: number): HttpProblem {
  return new HttpProblem(
    429,
    'too-many-calls',
    `Too many calls. Try again in ${seconds} s.`,
    {},
    { 'retry-after': String(seconds) },
  );
}

function requireAccess(actor: Actor, access: Access, request: FastifyRequest): void {
  const recordType = access.recordType && namedIn(request, access.recordType);
  if (actor.kind === 'key') {
    if (!access.scope) throw new HttpProblem(403, 'not-for-keys', 'API keys cannot do this: it needs a person.');
    if (!actor.scopes?.includes(access.scope)) {
      throw new HttpProblem(403, 'missing-scope', `This API key lacks the scope "${access.scope}".`);
    }
    const types = recordTypesOf(actor, ...RIGHTS);
    if (recordType !== undefined && types !== '*' && !types.includes(recordType)) {
      throw new HttpProblem(403, 'missing-right', `This API key is not for ${recordType}.`);
    }
    return;
  }
  if (access.rights.length > 0 && !access.rights.some(right => may(actor, right, recordType))) {
    throw missingRight(access.rights, recordType);
  }
}

function namedIn(request: FastifyRequest, where: string): string | undefined {
  const [part, name] = where.split('.') as ['params' | 'query' | 'body', string];
  const source: unknown = request[part];
  if (source === null || typeof source !== 'object' || !Object.hasOwn(source, name)) return undefined;
  const value = (source as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** A browser sends `Origin` with every unsafe request; a page elsewhere cannot make it equal to our host. */
function refuseCrossSite(request: FastifyRequest, env: Env): void {
  if (SAFE.includes(request.method) || request.headers.authorization !== undefined) return;
  const { origin } = request.headers;
  if (origin === undefined && readSessionCookie(request.headers) === undefined) return;
  const from = origin !== undefined && URL.canParse(origin) ? new URL(origin) : undefined;
  if (from?.host === request.host && (env.tls.kind === 'none' || from.protocol === 'https:')) return;
  throw new HttpProblem(
    403,
    'cross-site',
    'This request did not come from the console itself (its Origin is not this host).',
  );
}
