import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Public } from '../auth/may.decorator';
import { Database } from '../database/database';
import { HttpProblem } from '../http/problem';
import { Metrics } from './metrics';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /** The process runs. */
  @Public()
  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  /** It can answer: the database does. */
  @Public()
  @Get('health/ready')
  async ready() {
    try {
      await this.database.ping();
    } catch {
      throw new HttpProblem(503, 'not-ready', 'The database does not answer.');
    }
    return { status: 'ok' };
  }

  @Public()
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
