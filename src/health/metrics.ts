import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What Prometheus reads. Labels are routes and statuses, never names or values. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'rulewright_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 30],
    registers: [this.registry],
  });

  readonly records = new Counter({
    name: 'rulewright_records_total',
    help: 'Records imported or applied',
    labelNames: ['act'],
    registers: [this.registry],
  });

  readonly translations = new Counter({
    name: 'rulewright_translations_total',
    help: 'Prompts translated',
    labelNames: ['translator', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
