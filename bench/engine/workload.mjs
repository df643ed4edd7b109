import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { dataFile } from '../data-dir.mjs';

const { makeLines, parseLines, prng, TAGS, SEGMENT } = await import(
  pathToFileURL(dataFile('workload', 'gen.mjs')).href
);
const rules = await import(pathToFileURL(dataFile('workload', 'rules.mjs')).href);
export const { ruleA, makeRules, toJL, toSQL, toJRE, jreOps, get } = rules;
export { makeLines, parseLines };

const field = (type, ...names) => names.map(name => ({ name, label: name, type, reading: { type } }));

/** The record type of the workload's records: how each field a rule may read is read. */
export const RECORD_TYPE = {
  name: 'customer',
  key: 'id',
  fields: [
    ...field(
      'text',
      'id',
      'externalId',
      'name',
      'legalName',
      'email',
      'phone',
      'website',
      'country',
      'segment',
      'source',
    ),
    ...field('text', 'industry', 'status', 'language', 'currency', 'accountManager', 'notes', 'address.street'),
    ...field('text', 'address.city', 'address.zip', 'address.region', 'billing.vat', 'billing.plan.name'),
    ...field('number', 'age', 'revenue', 'employees', 'creditLimit', 'balance', 'orderCount', 'score', 'churnRisk'),
    ...field('number', 'address.geo.lat', 'address.geo.lon', 'billing.terms', 'billing.plan.tier'),
    ...field('boolean', 'isActive', 'gdprConsent'),
    ...field('datetime', 'createdAt', 'updatedAt', 'lastOrderAt'),
    ...field('date', 'birthDate'),
    ...field('list', 'tags'),
  ],
};
export const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
export const sha256 = text => createHash('sha256').update(text, 'utf8').digest('hex');

/** Rules as a running set takes them: checked by the validator, under ids that keep their order. */
export function entriesOf(engine, conditions, actionsOf = () => []) {
  return conditions.map((condition, i) => {
    const id = `r${String(i).padStart(6, '0')}`;
    const verdict = engine.validateRule({ name: id, condition, actions: actionsOf(i) }, RECORD_TYPE);
    if (!verdict.ok) throw new Error(`${JSON.stringify(condition)}: ${JSON.stringify(verdict.error)}`);
    return { id, version: 1, hash: id, rule: verdict.value };
  });
}

/** Rules of one-sided ranges and `!=` only: nothing in them is selective. */
export function oneSidedRules(n, seed = 11) {
  const random = prng(seed);
  const fields = ['revenue', 'employees', 'creditLimit', 'orderCount', 'score', 'churnRisk', 'age', 'address.geo.lat'];
  const top = {
    revenue: 2e6,
    employees: 600,
    creditLimit: 3e4,
    orderCount: 500,
    score: 1,
    churnRisk: 1,
    age: 88,
    'address.geo.lat': 90,
  };
  return Array.from({ length: n }, () => {
    const name = fields[Math.trunc(random() * fields.length)];
    const parts = [{ [random() < 0.5 ? '>' : '<=']: [{ var: name }, Math.round(top[name] * random() * 1e4) / 1e4] }];
    if (random() < 0.7) parts.push({ '!=': [{ var: 'segment' }, SEGMENT[Math.trunc(random() * SEGMENT.length)]] });
    if (random() < 0.3) parts.push({ '!=': [{ var: 'email' }, null] });
    return parts.length === 1 ? parts[0] : { and: parts };
  });
}

/** Rules that read tags, and write tags other rules read. */
export function taggingRules(n, seed = 13) {
  const conditions = makeRules(n, seed).map(toJL);
  const random = prng(seed + 1);
  const tag = () => TAGS[Math.trunc(random() * TAGS.length)];
  return {
    conditions: conditions.map(condition => ({ and: [{ in: [tag(), { var: 'tags' }] }, condition] })),
    actionsOf: () => [{ type: 'addTag', value: tag() }],
  };
}
