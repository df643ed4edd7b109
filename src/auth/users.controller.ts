import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { paged } from '../http/paged';
import { PageQuery } from '../http/page-query';
import { HttpProblem } from '../http/problem';
import type { Actor } from './actor';
import { CurrentActor } from './actor.decorator';
import { May } from './may.decorator';
import { readRights, type Rights } from './rights';
import { type User, Users } from './users';
import { ChangeUser, CreateUser } from './users.dto';
import { type UserRefusal, UsersService } from './users.service';

@ApiTags('people')
@Controller('users')
export class UsersController {
  constructor(
    @Inject(Users) private readonly users: Users,
    @Inject(UsersService) private readonly service: UsersService,
  ) {}

  @May('manage-people')
  @Get()
  async list(@Query() query: PageQuery) {
    const { items, next } = await paged('users', query, page => this.users.list(page));
    return { items: items.map(view), next };
  }

  @May('manage-people')
  @Post()
  async create(@Body() { rights, ...body }: CreateUser, @CurrentActor() actor: Actor) {
    const created = await this.service.create({ ...body, ...checkedRights(rights) }, actor);
    if (!created.ok) throw refusal(created.error);
    return view(created.value);
  }

  @May('manage-people')
  @Patch(':id')
  async change(@Param('id') id: string, @Body() { rights, ...body }: ChangeUser, @CurrentActor() actor: Actor) {
    const changed = await this.service.change(id, { ...body, ...checkedRights(rights) }, actor);
    if (!changed.ok) throw refusal(changed.error);
    return view(changed.value);
  }
}

function view({ passwordHash, ...user }: User) {
  return { ...user, hasPassword: passwordHash !== undefined, disabled: user.disabledAt !== undefined };
}

function checkedRights(rights: object | undefined): { rights?: Rights } {
  if (rights === undefined) return {};
  const read = readRights(rights);
  if (!read)
    throw new HttpProblem(422, 'bad-rights', 'Rights are an object: per right a list of record types, or "*".');
  return { rights: read };
}

function refusal(kind: UserRefusal): HttpProblem {
  switch (kind) {
    case 'unknown':
      return new HttpProblem(404, 'not-found', 'There is no such person.');
    case 'stale':
      return new HttpProblem(409, 'stale', 'Somebody changed this person meanwhile: read again.');
    case 'name-taken':
      return new HttpProblem(409, 'name-taken', 'Another person has this name.');
    case 'last-admin':
      return new HttpProblem(409, 'last-admin', 'Nobody would be left who can manage people.');
  }
}
