import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type Actor, recordTypesOf } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May, SignedIn } from '../auth/may.decorator';
import { RIGHTS } from '../auth/rights';
import { LIMITS } from '../config/limits';
import { StreamsJson } from '../http/body-parsers';
import { jsonInTurns } from '../http/json-in-turns';
import { paged } from '../http/paged';
import { PageQuery } from '../http/page-query';
import { HttpProblem } from '../http/problem';
import { streamedBody } from '../http/streamed-body';
import { StreamedOnce } from '../http/streamed-once.decorator';
import { ChangeRecordType, ConfirmQuery, ImportQuery, SampleQuery } from './catalog.dto';
import { briefProfiles } from './brief-profiles';
import { catalogProblem, importProblem, unknownRecordType } from './catalog.problem';
import { CatalogService } from './catalog.service';
import { Dependants } from './dependants';
import { ImportService } from './import.service';
import { formatOf } from './import-format';
import { maskFor, maskProfiles } from './mask-personal';
import { readFieldChanges } from './read-field-changes';
import { RecordTypes, type StoredRecordType } from './record-types';
import { SampleReader } from './sample-reader';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

@ApiTags('catalog')
@Controller('record-types')
export class CatalogController {
  constructor(
    @Inject(RecordTypes) private readonly recordTypes: RecordTypes,
    @Inject(CatalogService) private readonly catalog: CatalogService,
    @Inject(ImportService) private readonly imports: ImportService,
    @Inject(SampleReader) private readonly samples: SampleReader,
    @Inject(Dependants) private readonly dependants: Dependants,
  ) {}

  /** Imports CSV, NDJSON or a JSON array; makes or extends the record type. */
  @May('ask', { recordType: 'params.name', scope: 'import' })
  @StreamsJson()
  @StreamedOnce()
  @ApiOperation({
    summary: 'Import CSV, NDJSON or a JSON array; makes or extends the record type',
    description:
      'Whoever may ask about a record type may import into it, and with `mode=replace` put other records in place of its sample; running rules stay as they are. With `mode=append` a record whose key is there already stands in place of the old one. The answer has `recordType` (of each field the 10 most frequent values; `GET /record-types/:name` has all that are known), `imported`, `replaced` (how many of the records that were there gave way to new ones with their key; in proportion, where more were there than the sample keeps), `rejected` ({line, message}, the first 1,000) with `rejectedCount`, `asText`: new fields that are text because of a few values ({field, label, otherwise, count, lines}: what they would be but for those, and the first lines those stand on), and `assumed`: new fields whose values can be read in two ways ({field, label, about: `day-order` or `decimal-mark`, taken, other, example, readAs}: 01/02/2026 read as 2 January).\n\nSent again with the same `Idempotency-Key`, the same records are not imported again: the first answer comes back (`Idempotent-Replay: true`). The same key with other records is refused (422 `idempotency-key-reused`), while the first call runs 409 `still-running`.',
  })
  @ApiConsumes('text/csv', 'application/x-ndjson', 'application/json')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Post(':name/records')
  async import(
    @Param('name') name: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ) {
    if (!NAME.test(name)) {
      throw new HttpProblem(
        422,
        'bad-name',
        'A record type is named with letters, digits, "-" and "_", beginning with a letter, at most 64.',
      );
    }
    const { mode, source } = query;
    const done = await this.imports.import(
      streamedBody(request, { what: 'An import', most: LIMITS.importBytes }),
      { name, format: formatOf(request), mode, ...(source !== undefined && { source }) },
      actor,
    );
    if (!done.ok) throw importProblem(done.error);
    const { stored, ...rest } = done.value;
    return { recordType: briefProfiles(view(stored, actor)), ...rest };
  }

  @SignedIn({ scope: 'read' })
  @Get()
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor) {
    const types = recordTypesOf(actor, ...RIGHTS);
    const { items, next } = await paged('record-types', query, page =>
      this.recordTypes.list(page, types === '*' ? undefined : types),
    );
    return { items: items.map(stored => view(stored, actor)), next };
  }

  @May(RIGHTS, { recordType: 'params.name', scope: 'read' })
  @Get(':name')
  async find(
    @Param('name') name: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const stored = await this.recordTypes.find(name);
    if (!stored) throw unknownRecordType(name);
    // Ten thousand fields with their profiles are some 20 MB: they are written a piece at a time.
    void reply.header('content-type', 'application/json; charset=utf-8');
    return jsonInTurns(view(stored, actor));
  }

  @May('manage-settings', { recordType: 'params.name' })
  @Patch(':name')
  async change(
    @Param('name') name: string,
    @Body() { version, fields, ...rest }: ChangeRecordType,
    @CurrentActor() actor: Actor,
  ) {
    const read = readFieldChanges(fields ?? []);
    if (!read.ok)
      throw new HttpProblem(422, 'bad-change', 'Some of this cannot be changed so.', { problems: read.error });
    const changed = await this.catalog.change(name, { ...rest, fields: read.value }, version, actor);
    if (!changed.ok) throw catalogProblem(name, changed.error);
    return view(changed.value, actor);
  }

  /** What would be affected; with `?confirm=true`, archived. */
  @May('manage-settings', { recordType: 'params.name' })
  @Delete(':name')
  @HttpCode(200)
  async remove(@Param('name') name: string, @Query() { confirm }: ConfirmQuery, @CurrentActor() actor: Actor) {
    if (!confirm) {
      if (!(await this.recordTypes.find(name))) throw unknownRecordType(name);
      const rules = await this.dependants.of(name);
      throw new HttpProblem(409, 'confirm', 'Nothing was removed yet. Repeat with ?confirm=true to archive it.', {
        rules,
      });
    }
    const removed = await this.catalog.remove(name, actor);
    if (!removed.ok) throw catalogProblem(name, removed.error);
    return { archived: name };
  }

  /** Records of the sample as rules see them. */
  @May('see-samples', { recordType: 'params.name', scope: 'read' })
  @Get(':name/sample')
  async sample(@Param('name') name: string, @Query() { limit }: SampleQuery, @CurrentActor() actor: Actor) {
    const sample = await this.samples.read(name);
    if (!sample) throw unknownRecordType(name);
    const { size, source, importedAt } = sample.stored.sample;
    return {
      items: sample.records.slice(0, limit).map(maskFor(actor, sample.recordType)),
      next: null,
      size,
      total: sample.total,
      ...(source !== undefined && { source }),
      ...(importedAt !== undefined && { importedAt }),
    };
  }
}

function view({ recordType, version, records, sample, createdAt, updatedAt }: StoredRecordType, actor: Actor) {
  return { ...maskProfiles(recordType, actor), version, records, sample, createdAt, updatedAt };
}
