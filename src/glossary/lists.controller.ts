import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EntryFormat } from '@lib/records';
import { findField } from '@lib/rules';
import type { FastifyRequest } from 'fastify';

import { type Actor, may } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { unknownRecordType } from '../catalog/catalog.problem';
import { MASKED } from '../catalog/mask-personal';
import { RecordTypes } from '../catalog/record-types';
import { LIMITS } from '../config/limits';
import type { Page } from '../database/page';
import { StreamsText } from '../http/body-parsers';
import { VERSION_NUMBER } from '../http/version-number';
import { paged } from '../http/paged';
import { PageQuery } from '../http/page-query';
import { HttpProblem } from '../http/problem';
import { mediaTypeOf, streamedBody } from '../http/streamed-body';
import { StreamedOnce } from '../http/streamed-once.decorator';
import { ENTRIES_BODY, NewListQuery, NewListVersionQuery } from './glossary.dto';
import { glossaryProblem, unknownName } from './glossary.problem';
import { GlossaryNames } from './glossary-names';
import { type Earlier, GlossaryService, type KeptList } from './glossary.service';
import { type GlossaryView, viewName } from './glossary-view';
import { ListEntries } from './list-entries';
import { hiddenBy } from './name-meaning';

const FORMATS: Readonly<Record<string, EntryFormat>> = {
  'text/plain': 'text',
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
};

interface ListAnswer extends Omit<KeptList, 'version'> {
  readonly list: GlossaryView;
}

@ApiTags('glossary')
@Controller('record-types/:name/lists')
export class ListsController {
  constructor(
    private readonly service: GlossaryService,
    private readonly names: GlossaryNames,
    private readonly entries: ListEntries,
    private readonly recordTypes: RecordTypes,
  ) {}

  @Post()
  @May('manage-settings', { recordType: 'params.name' })
  @StreamsText()
  @StreamedOnce()
  @ApiOperation({ summary: 'Define a named list from a file', description: ENTRIES_BODY })
  @ApiConsumes('text/plain', 'text/csv', 'application/x-ndjson')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async define(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: NewListQuery,
    @Req() request: FastifyRequest,
  ): Promise<ListAnswer> {
    return this.keep(actor, name, query, request);
  }

  @Post(':id/versions')
  @May('manage-settings', { recordType: 'params.name' })
  @StreamsText()
  @StreamedOnce()
  @ApiOperation({
    summary: 'Give a list other entries; rules that were made with earlier versions keep theirs',
    description: ENTRIES_BODY,
  })
  @ApiConsumes('text/plain', 'text/csv', 'application/x-ndjson')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async change(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Param('id') id: string,
    @Query() { after, ...query }: NewListVersionQuery,
    @Req() request: FastifyRequest,
  ): Promise<ListAnswer> {
    return this.keep(actor, name, query, request, { id, ...(after !== undefined && { after }) });
  }

  @Get(':id/versions/:n/entries')
  @May('see-samples', { recordType: 'params.name' })
  @ApiOperation({ summary: 'What is on a version of a list, in the order it came' })
  async entriesOf(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Param('id') id: string,
    @Param('n', VERSION_NUMBER) n: number,
    @Query() query: PageQuery,
  ): Promise<Page<string>> {
    const stored = await this.recordTypes.find(name);
    if (!stored) throw unknownRecordType(name);
    const version = (await this.names.versionsOf(id)).find(
      ({ recordType, list }) => recordType === name && list?.version === n,
    );
    if (!version?.list) throw unknownName(name);
    const { list, entriesId } = version;
    const page = await paged(`entries ${id} ${n}`, query, async ({ limit, cursor = '0' }) => {
      const from = Number(cursor);
      const items =
        entriesId === undefined
          ? (list.values ?? []).slice(from, from + limit)
          : await this.entries.page(entriesId, from, limit);
      return { items, next: from + limit < list.size ? String(from + limit) : null };
    });
    const field = list.field === undefined ? undefined : findField(stored.recordType, list.field);
    const isHidden = field?.sensitivity === 'personal' && !may(actor, 'see-personal', name);
    return isHidden ? { ...page, items: page.items.map(() => MASKED) } : page;
  }

  private async keep(
    actor: Actor,
    recordType: string,
    { aliases, ...said }: NewListQuery,
    request: FastifyRequest,
    earlier?: Earlier,
  ): Promise<ListAnswer> {
    const format = FORMATS[mediaTypeOf(request)];
    if (!format)
      throw new HttpProblem(415, 'unsupported-content-type', `Entries come as ${Object.keys(FORMATS).join(', ')}.`);
    const list = {
      ...said,
      format,
      ...(aliases !== undefined && { aliases: aliases.split(',').map(alias => alias.trim()) }),
    };
    const body = streamedBody(request, { what: 'A list', most: LIMITS.listBytes });
    const kept = await this.service.keepList(recordType, list, body, actor, earlier);
    if (!kept.ok) throw glossaryProblem(recordType, kept.error);
    const { version, ...counts } = kept.value;
    const stored = await this.recordTypes.find(recordType);
    if (!stored) throw unknownRecordType(recordType);
    const hidden = version.list ? hiddenBy(version.list, stored.recordType) : [];
    return { list: viewName(version, stored.recordType, undefined, hidden), ...counts };
  }
}
