import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TranslationAnswer } from '@lib/language';
import { nameKey, type RecordType } from '@lib/rules';

import type { Actor } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { RIGHTS } from '../auth/rights';
import { unknownRecordType } from '../catalog/catalog.problem';
import { type Dependant } from '../catalog/dependants';
import { RecordTypes } from '../catalog/record-types';
import { Env } from '../config/env';
import { type Page, pageOf } from '../database/page';
import { paged } from '../http/paged';
import { HttpProblem } from '../http/problem';
import { WallClock } from '../runtime/wall-clock';
import { GlossaryQuery, NewTermRequest, NewTermVersionRequest, TermDraftRequest } from './glossary.dto';
import { glossaryProblem, unknownName } from './glossary.problem';
import { GlossaryNames, type NameVersion } from './glossary-names';
import { GlossaryReader } from './glossary-reader';
import { GlossaryService } from './glossary.service';
import { type GlossaryView, viewName } from './glossary-view';
import { hiddenBy } from './name-meaning';
import { RuleNames } from './rule-names';
import { TermDrafts } from './term-drafts';

interface NameWithVersions {
  readonly latest: GlossaryView;
  readonly versions: readonly GlossaryView[];
  /** Rules in review, approved or active that were made with it. */
  readonly rules: readonly Pick<Dependant, 'rule' | 'version' | 'name' | 'state'>[];
}

@ApiTags('glossary')
@Controller('record-types/:name/glossary')
export class GlossaryController {
  constructor(
    private readonly service: GlossaryService,
    private readonly reader: GlossaryReader,
    private readonly names: GlossaryNames,
    private readonly ruleNames: RuleNames,
    private readonly drafts: TermDrafts,
    private readonly recordTypes: RecordTypes,
    private readonly clock: WallClock,
    private readonly env: Env,
  ) {}

  @Get()
  @May(RIGHTS, { recordType: 'params.name', scope: 'read' })
  @ApiOperation({ summary: 'The terms and lists that requests about a record type may name, by name' })
  async list(@Param('name') name: string, @Query() query: GlossaryQuery): Promise<Page<GlossaryView>> {
    const { versions } = await this.reader.current(name);
    // Names come in the order of their keys, so that a page goes on where the last one ended, whatever came in between.
    const keyOf = ({ term, list }: NameVersion): string => nameKey((term ?? list).name);
    const { items, next } = await paged(`glossary ${name}`, query, ({ limit, cursor }) => {
      const rest = cursor === undefined ? versions : versions.filter(version => keyOf(version) > cursor);
      return Promise.resolve(pageOf(rest.slice(0, limit + 1), limit, keyOf, version => version));
    });
    return { items: await this.views(name, items, query.language), next };
  }

  @Post()
  @May('manage-settings', { recordType: 'params.name' })
  @ApiOperation({ summary: 'Define a term: a name for a condition' })
  async define(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Body() body: NewTermRequest,
  ): Promise<GlossaryView> {
    const kept = await this.service.keepTerm(name, body, actor);
    if (!kept.ok) throw glossaryProblem(name, kept.error);
    return this.view(name, kept.value);
  }

  @Post('drafts')
  @HttpCode(200)
  @May('manage-settings', { recordType: 'params.name' })
  @ApiOperation({
    summary: 'What the words of a term come to: condition, explanation and counts, or a question; nothing is kept',
  })
  async draft(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Body() body: TermDraftRequest,
  ): Promise<TranslationAnswer> {
    const drafted = await this.drafts.draft(name, body, this.clock.clock(this.env.timeZone), actor);
    if (drafted.ok) return drafted.value;
    if (drafted.error.kind === 'no-record-type') throw unknownRecordType(name);
    throw new HttpProblem(422, drafted.error.kind, drafted.error.message);
  }

  @Get(':id')
  @May(RIGHTS, { recordType: 'params.name', scope: 'read' })
  @ApiOperation({ summary: 'A term or list with all its versions, newest first, and the live rules made with it' })
  async one(
    @Param('name') name: string,
    @Param('id') id: string,
    @Query() { language }: GlossaryQuery,
  ): Promise<NameWithVersions> {
    const found = await this.names.find(name, id);
    if (!found) throw unknownName(name);
    const versions = await this.views(name, await this.names.versionsOf(id), language);
    const users = await this.service.usersOf(name, (found.term ?? found.list).name);
    return {
      latest: await this.view(name, found, language),
      versions,
      rules: users.map(({ rule, version, name: called, state }) => ({ rule, version, name: called, state })),
    };
  }

  @Post(':id/versions')
  @May('manage-settings', { recordType: 'params.name' })
  @ApiOperation({ summary: 'Give a term another meaning; rules that were made with earlier versions keep theirs' })
  async change(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Param('id') id: string,
    @Body() { after, ...body }: NewTermVersionRequest,
  ): Promise<GlossaryView> {
    const kept = await this.service.keepTerm(name, body, actor, { id, ...(after !== undefined && { after }) });
    if (!kept.ok) throw glossaryProblem(name, kept.error);
    return this.view(name, kept.value);
  }

  @Delete(':id')
  @HttpCode(200)
  @May('manage-settings', { recordType: 'params.name' })
  @ApiOperation({ summary: 'Archive a term or list; refused while live rules or other terms use it' })
  async archive(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Param('id') id: string,
  ): Promise<{ archived: string }> {
    const archived = await this.service.archive(name, id, actor);
    if (!archived.ok) throw glossaryProblem(name, archived.error);
    return { archived: (archived.value.term ?? archived.value.list).name };
  }

  private async view(recordType: string, version: NameVersion, language?: string): Promise<GlossaryView> {
    const { stored, described } = await this.describedType(recordType, [version]);
    return viewName(version, described, language, hiddenBy(version.term ?? version.list, stored));
  }

  private async views(
    recordType: string,
    versions: readonly NameVersion[],
    language?: string,
  ): Promise<readonly GlossaryView[]> {
    const { described } = await this.describedType(recordType, versions);
    return versions.map(version => viewName(version, described, language));
  }

  private async describedType(
    name: string,
    versions: readonly NameVersion[],
  ): Promise<{ readonly stored: RecordType; readonly described: RecordType }> {
    const stored = await this.recordTypes.find(name);
    if (!stored) throw unknownRecordType(name);
    const terms = versions.flatMap(({ term }) => term ?? []);
    return { stored: stored.recordType, described: await this.ruleNames.described(stored.recordType, terms) };
  }
}
