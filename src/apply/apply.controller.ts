import { Readable } from 'node:stream';

import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RuleSet } from '@lib/rules';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { requireRight } from '../auth/require-right';
import { Env } from '../config/env';
import { LIMITS } from '../config/limits';
import { Metrics } from '../health/metrics';
import { DtoPipe } from '../http/dto.pipe';
import { HttpProblem } from '../http/problem';
import { readNow } from '../http/read-now';
import { WallClock } from '../runtime/wall-clock';
import { ApplyQuery, ApplyRequest } from './apply.dto';
import type { ApplyOptions, ApplyResult } from './apply-record';
import { ApplyService } from './apply.service';
import { IdleLimit, Timers } from './idle-limit';
import { OpenStreams } from './open-streams';
import type { RunningRuleSet } from './running-rule-set';
import { RunningRuleSets } from './running-rule-sets';
import { JudgingThreads } from './threads/judging-threads';

interface ApplyAnswer {
  readonly now: string;
  readonly ruleSet: Pick<RuleSet, 'hash' | 'rules'>;
  readonly results: readonly ApplyResult[];
}

@ApiTags('apply')
@Controller('apply')
export class ApplyController {
  private readonly bodies = new DtoPipe();

  constructor(
    private readonly applying: ApplyService,
    private readonly ruleSets: RunningRuleSets,
    private readonly threads: JudgingThreads,
    private readonly streams: OpenStreams,
    private readonly timers: Timers,
    private readonly metrics: Metrics,
    private readonly clock: WallClock,
    private readonly env: Env,
  ) {}

  @Post()
  @HttpCode(200)
  @May('apply', { scope: 'apply' })
  @ApiOperation({
    summary: 'Apply the running rules to records: one body, or a stream of NDJSON answered line by line',
  })
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiBody({ type: ApplyRequest })
  async apply(
    @CurrentActor() actor: Actor,
    @Query() query: ApplyQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplyAnswer | Readable> {
    if (request.body instanceof Readable) return this.stream(actor, query, request, request.body, reply);
    const body = (await this.bodies.transform(request.body, { type: 'body', metatype: ApplyRequest })) as ApplyRequest;
    if (body.records.length > LIMITS.applyRecords) {
      throw new HttpProblem(
        413,
        'too-many-records',
        `One call takes at most ${LIMITS.applyRecords} records. Send more as a stream: Content-Type application/x-ndjson, one record per line.`,
        { limit: LIMITS.applyRecords },
      );
    }
    const running = await this.find(actor, body.recordType, body.ruleSet);
    this.metrics.records.inc({ act: 'applied' }, body.records.length);
    const options = this.options(body);
    const { hash, rules } = running.ruleSet;
    return {
      now: options.clock.now,
      ruleSet: { hash, rules },
      results: await this.applying.apply(running, body.records, options),
    };
  }

  /** The rule set and the clock are fixed here, before the first record: what is activated meanwhile does not reach this stream. */
  private async stream(
    actor: Actor,
    query: ApplyQuery,
    request: FastifyRequest,
    input: Readable,
    reply: FastifyReply,
  ): Promise<Readable> {
    if (!/ndjson/.test(request.headers['content-type'] ?? '')) {
      throw new HttpProblem(
        415,
        'unsupported-content-type',
        'Send records as application/json ({recordType, records}) or as application/x-ndjson, one record per line.',
      );
    }
    const recordType = query.recordType;
    if (recordType === undefined || recordType === '')
      throw new HttpProblem(
        400,
        'bad-request',
        'A stream names its record type in the query: POST /apply?recordType=customer.',
      );
    const running = await this.find(actor, recordType, query.ruleSet);
    const options = this.options(query);
    const place = this.streams.enter(actor.id);
    if (!place.ok) throw tooManyStreams();
    reply
      .header('content-type', 'application/x-ndjson; charset=utf-8')
      .header('rulewright-rule-set', running.ruleSet.hash)
      .header('rulewright-now', options.clock.now)
      .header('cache-control', 'no-store');

    const gone = new AbortController();
    const idle = new IdleLimit(this.timers, () => reply.raw.destroy());
    const results = this.threads.apply(watched(input, idle), running, {
      ...options,
      maxLineBytes: LIMITS.lineBytes,
      signal: gone.signal,
      onBatch: records => this.metrics.records.inc({ act: 'applied' }, records),
    });
    const output = Readable.from(begun(watched(results, idle), reply));
    reply.raw.once('close', () => {
      place.value();
      idle.stop();
      gone.abort();
      output.destroy();
      input.destroy();
    });
    return output;
  }

  private async find(actor: Actor, recordType: string, hash: string | undefined): Promise<RunningRuleSet> {
    requireRight(actor, 'apply', recordType);
    const found = await this.ruleSets.find(recordType, hash);
    if (found.ok) return found.value;
    switch (found.error.kind) {
      case 'no-record-type':
        throw new HttpProblem(
          404,
          'no-such-record-type',
          `There is no record type "${recordType}". Import records under that name first.`,
        );
      case 'rule-set-gone':
        throw new HttpProblem(
          409,
          'rule-set-gone',
          `No rule set ${hash ?? ''} for ${recordType} can run here. Leave "ruleSet" out to use the running one; GET /record-types/${recordType}/rule-sets lists those there were.`,
        );
      case 'rule-set-broken':
        throw new HttpProblem(
          409,
          'rule-set-broken',
          'Active rules no longer pass the checks, and leaving them out would silently be another rule set. Deactivate them, or save and activate corrected versions; "rules" names them.',
          { rules: found.error.rules },
        );
    }
  }

  private options({
    mode = 'changes',
    explain = false,
    now,
  }: Pick<ApplyRequest, 'mode' | 'explain' | 'now'>): ApplyOptions {
    return { mode, explain, clock: this.clock.clock(this.env.timeZone, readNow(now)) };
  }
}

/** Nobody knows when a stream ends, so the wait is short and the same for all. */
const RETRY_SECONDS = 5;

function tooManyStreams(): HttpProblem {
  return new HttpProblem(
    429,
    'too-many-streams',
    `At most ${LIMITS.streamsPerCaller} streams may be open at a time. Wait until one has ended, or send more records through one of them.`,
    { limit: LIMITS.streamsPerCaller },
    { 'retry-after': String(RETRY_SECONDS) },
  );
}

/** Sends the headers before the first result: who reads them before writing would otherwise wait for itself. */
async function* begun<T>(pieces: AsyncIterable<T>, reply: FastifyReply): AsyncGenerator<T> {
  reply.raw.flushHeaders();
  yield* pieces;
}

/** The same pieces; every one that comes, and every one that is asked for, counts as movement. */
async function* watched<T>(pieces: AsyncIterable<T>, idle: IdleLimit): AsyncGenerator<T> {
  for await (const piece of pieces) {
    idle.touch();
    yield piece;
    idle.touch();
  }
}
