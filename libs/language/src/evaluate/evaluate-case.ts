import {
  registerOperators,
  type Action,
  type Clock,
  type DataRecord,
  type Field,
  type FieldType,
  type JsonLogic,
  type JsonLogicEngine,
  type JsonValue,
  type RecordType,
  type RuleDraft,
} from '@lib/rules';
import type { TranslationOutcome, Translator } from '../translator';

/** A field of an eval case: as in a record type, with known values where the case lists them. */
export interface EvalField {
  readonly name: string;
  readonly label?: string;
  readonly type: FieldType;
  readonly description?: string;
  readonly values?: readonly JsonValue[];
  readonly unit?: string;
  readonly nullable?: boolean;
}

/** What a rule may be: its condition or the rows that selects, and its actions. */
export interface EvalReading {
  readonly condition?: JsonLogic;
  readonly actions?: readonly Action[];
  readonly rows?: readonly number[];
}

export interface EvalGold extends EvalReading {
  readonly outcome: TranslationOutcome;
  /** Others that are as good: another condition with the same actions, or a whole reading. */
  readonly alternatives?: readonly (JsonLogic | EvalReading)[];
  readonly acceptOutcomes?: readonly TranslationOutcome[];
}

/** One request with the records it is about and what it should become. */
export interface EvalCase {
  readonly id: string;
  readonly text: string;
  readonly language?: string;
  readonly category?: string;
  readonly now?: string;
  readonly recordType: { readonly name: string; readonly fields: readonly EvalField[] };
  readonly records: readonly DataRecord[];
  readonly previousRule?: {
    readonly name?: string;
    readonly condition: JsonLogic;
    readonly actions?: readonly Action[];
  };
  readonly gold: EvalGold;
}

/** How one case went: the line `rulewright eval` prints for it. */
export interface CaseScore {
  readonly id: string;
  readonly category: string;
  readonly language: string;
  readonly wanted: TranslationOutcome;
  readonly outcome: TranslationOutcome | 'none';
  readonly condition?: JsonLogic;
  readonly actions?: readonly Action[];
  readonly rows?: readonly number[];
  readonly rowsMatch: boolean;
  readonly full: boolean;
  /** A rule with the wrong records, or a rule where none was wanted. */
  readonly wrong: boolean;
  readonly confidence: number;
  readonly ms: number;
}

export interface EvaluateOptions {
  /** json-logic-js: rows are judged by it, with our seven operators registered, on every record. */
  readonly reference: JsonLogicEngine;
  /** The translator sees only this many records. */
  readonly sample?: number;
}

const DEFAULT_NOW = '2026-01-15T00:00:00.000Z';

function fieldOf(field: EvalField, visible: boolean): Field {
  const { name, type, description, unit, nullable, values } = field;
  const texts = values?.filter(value => value !== null) ?? [];
  return {
    name,
    label: field.label ?? name,
    type,
    reading: { type },
    ...(description !== undefined && { description }),
    ...(unit !== undefined && { unit }),
    ...(nullable !== undefined && { nullable }),
    ...(texts.length > 0 &&
      visible && {
        profile: {
          records: 0,
          filled: 0,
          unreadable: 0,
          distinct: texts.length,
          distinctIsExact: true,
          frequent: texts.map(value => ({ value, count: 1 })),
          frequentIsComplete: true,
          patterns: [],
        },
      }),
  };
}

/** The record type a case describes. Values listed by the case are hidden where only a sample may be seen. */
export function recordTypeOf(evalCase: EvalCase, visible = true): RecordType {
  return {
    name: evalCase.recordType.name,
    label: evalCase.recordType.name,
    fields: evalCase.recordType.fields.map(field => fieldOf(field, visible)),
  };
}

/** A sample of `count` records that is the same on every run: spread over the records by a multiplicative step. */
export function sampleOf(records: readonly DataRecord[], count: number | undefined): readonly DataRecord[] {
  if (count === undefined || count >= records.length) return records;
  return records
    .map((record, i) => ({ record, i, order: (i * 7919 + 31) % 1009 }))
    .sort((a, b) => a.order - b.order || a.i - b.i)
    .slice(0, count)
    .map(({ record }) => record);
}

function rowsOf(
  condition: JsonLogic,
  records: readonly DataRecord[],
  engine: JsonLogicEngine,
): readonly number[] | undefined {
  const rows: number[] = [];
  try {
    records.forEach((record, i) => {
      if (engine.apply(condition, record)) rows.push(i);
    });
  } catch {
    // A condition that throws in the reference engine selects nothing anybody can rely on.
    return undefined;
  }
  return rows;
}

const same = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((row, i) => row === b[i]);

/** Actions as a set, text without case. */
export function sameActions(a: readonly Action[], b: readonly Action[]): boolean {
  const keys = (actions: readonly Action[]): string =>
    [
      ...new Set(
        actions.map(action =>
          JSON.stringify(
            Object.entries(action)
              .map(([key, value]): [string, JsonValue] => [
                key,
                typeof value === 'string' ? value.toLowerCase() : (value as JsonValue),
              ])
              .sort(([x], [y]) => (x < y ? -1 : 1)),
          ),
        ),
      ),
    ]
      .sort()
      .join('\n');
  return keys(a) === keys(b);
}

/** The gold and what is as good as it. */
function readingsOf({ actions, alternatives = [], ...gold }: EvalGold): readonly EvalReading[] {
  const own = actions && { actions };
  return [
    { ...gold, ...own },
    ...alternatives.map(other => (isReading(other) ? { ...own, ...other } : { condition: other, ...own })),
  ];
}

/** No operator of JSON-Logic has one of these names. */
const isReading = (other: JsonLogic | EvalReading): other is EvalReading =>
  typeof other === 'object' && other !== null && ('condition' in other || 'rows' in other);

/** Translates one case and judges it: outcome, the rows of all records, and the actions. */
export async function evaluateCase(
  evalCase: EvalCase,
  translator: Translator,
  options: EvaluateOptions,
): Promise<CaseScore> {
  const { gold, records } = evalCase;
  const clock: Clock = { now: new Date(evalCase.now ?? DEFAULT_NOW).toISOString(), timeZone: 'UTC' };
  const engine = options.reference;
  registerOperators(engine, () => clock);
  const recordType = recordTypeOf(evalCase, options.sample === undefined);
  const previous = evalCase.previousRule;
  const previousRule: RuleDraft | undefined = previous && {
    recordType: recordType.name,
    name: previous.name ?? 'rule',
    condition: previous.condition,
    actions: previous.actions ?? [],
  };
  const sample = sampleOf(records, options.sample);
  const start = performance.now();
  const result = await translator.translate({
    text: evalCase.text,
    recordType,
    sample,
    clock,
    ...(evalCase.language !== undefined && { language: evalCase.language }),
    ...(previousRule && { previousRule }),
  });
  const ms = performance.now() - start;
  const translation = result.ok ? result.value : undefined;
  const outcome = translation?.outcome ?? 'none';
  const rule = outcome === 'rule' ? translation?.rule : undefined;
  const wanted = outcome !== 'none' && (gold.acceptOutcomes ?? []).includes(outcome) ? outcome : gold.outcome;
  const rows = rule && rowsOf(rule.condition, records, engine);
  const matching =
    rule && gold.outcome === 'rule'
      ? readingsOf(gold).filter(reading =>
          [
            ...(reading.rows ? [reading.rows] : []),
            ...(reading.condition === undefined ? [] : [rowsOf(reading.condition, records, engine)]),
          ].some(wantedRows => same(rows, wantedRows)),
        )
      : [];
  const rowsMatch = matching.length > 0;
  const actionsMatch = matching.some(
    ({ actions }) => actions === undefined || sameActions(rule?.actions ?? [], actions),
  );
  return {
    id: evalCase.id,
    category: evalCase.category ?? 'all',
    language: evalCase.language ?? 'en',
    wanted,
    outcome,
    ...(rule && { condition: rule.condition, actions: rule.actions }),
    ...(rows && { rows }),
    rowsMatch,
    full: wanted === 'rule' ? rowsMatch && actionsMatch : outcome === wanted,
    wrong: outcome === 'rule' && (wanted !== 'rule' || !rowsMatch),
    confidence: translation?.confidence ?? 0,
    ms,
  };
}
