import fc from 'fast-check';
import {
  type Action,
  ACTIONS,
  type DataRecord,
  type Field,
  type JsonLogic,
  type GlossaryUse,
  type JsonValue,
  OPERATORS,
  type OperatorRow,
  operandTypeAt,
  PERIODS,
  type RecordType,
  type RuleDraft,
  useList,
  usesIn,
  useTerm,
  validateRule,
} from '@lib/rules';

const TEXTS = [
  'Germany',
  'Status',
  'status',
  'New York',
  'and',
  'empty',
  'say "hi"',
  '“both” "kinds"',
  '2024-05-01',
  '42',
  'Ende, oder nicht',
  ' x ',
  'Ähre',
  'a\\"b',
  '東京',
];
const NUMBERS = [0, 1, 5, 80, 1000, 1234567.5, -12, 0.25, 2024, 1e21];
const DAYS = ['2024-05-01', '2025-12-31'];
const PATTERNS = ['^\\d{3}', 'a|b', '"x"'];
const DURATIONS = [
  '',
  'P0D',
  '-P30D',
  'P90D',
  '-P1D',
  '-P1M',
  'P3M',
  '-P3M',
  'P1Y',
  '-P2W',
  'P1Y2M3W4D',
  '-P18M',
  '-P6W',
  'P1W',
];

/** What the operator table has no row for: kept and shown as it is written. */
const LOGIC: readonly JsonLogic[] = [
  { if: [{ '==': [{ var: 'id' }, 'a "b", (c) and d'] }, true, false] },
  { missing: ['id', 'name'] },
  { '>': [{ var: ['id', 'none'] }, 5] },
  { '==': [{ substr: [{ var: 'id' }, 0, 2] }, 'DE'] },
];

const variable = ({ name }: Field): JsonLogic => ({ var: name });

/** Rules made from the tables of operators and actions: a new row is tried without a line here. */
export function arbitraryRule(
  recordType: RecordType,
): fc.Arbitrary<Required<Pick<RuleDraft, 'condition' | 'actions' | 'glossary'>>> {
  const names = namesOf(recordType);
  return fc
    .record({
      condition: arbitraryCondition(recordType, names),
      actions: fc.array(arbitraryAction(recordType), { maxLength: 3 }),
    })
    .map(({ condition, actions }) => ({ condition, actions, glossary: usesIn(condition, names) }))
    .filter(rule => validateRule({ recordType: recordType.name, name: 'r', ...rule }, recordType).ok);
}

/** Every term, and every list asked of every field that can be. */
function namesOf({ glossary, fields }: RecordType): readonly GlossaryUse[] {
  return [
    ...(glossary?.terms ?? []).map(useTerm),
    ...(glossary?.lists ?? []).flatMap(list =>
      fields.filter(({ type }) => type === 'text').map(field => useList(list, field)),
    ),
  ];
}

/** One test of every row that asks something, with everything its operands may be. */
function arbitraryCondition(recordType: RecordType, names: readonly GlossaryUse[]): fc.Arbitrary<JsonLogic> {
  const tests = OPERATORS.filter(({ result, family }) => result === 'boolean' && family !== 'connective').filter(
    ({ logic }) => logic !== 'inList',
  );
  const named = names.length > 0 ? [fc.constantFrom(...names.map(({ condition }) => condition))] : [];
  const test = fc.oneof(
    ...named,
    fc.constantFrom(...LOGIC),
    ...tests.map(row => arbitraryTest(row, recordType)),
    fc
      .constantFrom(...recordType.fields)
      .chain(field =>
        fc.constantFrom<JsonLogic>(
          variable(field),
          { '!': [variable(field)] },
          { '!!': [variable(field)] },
          { '!': [{ '!': [variable(field)] }] },
        ),
      ),
    fc
      .constantFrom(...recordType.fields)
      .chain(field => fc.constantFrom<JsonLogic>({ '==': [variable(field), null] }, { '!=': [variable(field), null] })),
  );
  return fc.letrec<{ condition: JsonLogic }>(tie => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      test,
      fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((parts): JsonLogic => ({ and: parts })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((parts): JsonLogic => ({ or: parts })),
      tie('condition').map((part): JsonLogic => ({ '!': [part] })),
    ),
  })).condition;
}

/** As translators write it, with its guards, or as a hand might, without. */
function arbitraryTest(row: OperatorRow, recordType: RecordType): fc.Arbitrary<JsonLogic> {
  const test = fc.constantFrom(...recordType.fields).chain(field => {
    const count = fc.integer({ min: row.arity.min, max: Math.min(row.arity.max, 3) });
    return count.chain(length => {
      const subject = length === 3 ? 1 : row.logic === 'in' && (field.type === 'list' || field.type === 'text') ? 1 : 0;
      const operands = Array.from({ length }, (_, i) =>
        i === subject ? subjectOf(field) : operandBeside(row, i, field, recordType),
      );
      return fc.tuple(...operands).map((given): JsonLogic => ({ [row.logic]: given }));
    });
  });
  if (row.family !== 'order') return test;
  return fc.tuple(test, fc.boolean()).map(([plain, isGuarded]) => (isGuarded ? guardedBy(plain) : plain));
}

function subjectOf(field: Field): fc.Arbitrary<JsonLogic> {
  const plain = variable(field);
  if (field.type === 'text') return fc.constantFrom<JsonLogic>(plain, plain, { lower: [plain] }, { length: [plain] });
  if (field.type === 'list') return fc.constantFrom<JsonLogic>(plain, plain, { length: [plain] });
  return fc.constant(plain);
}

function operandBeside(row: OperatorRow, at: number, field: Field, recordType: RecordType): fc.Arbitrary<JsonLogic> {
  const others = recordType.fields.filter(other => other.type === field.type && other !== field).map(variable);
  switch (operandTypeAt(row, at)) {
    case 'pattern':
      return fc.constantFrom(...PATTERNS);
    case 'postcode-country':
      return fc.constantFrom('DE', 'GB');
    case 'text':
      return fc.constantFrom<JsonLogic>(...TEXTS);
    case 'list-or-text':
      return fc.array(valueOf(field), { minLength: 1, maxLength: 4 }).map((values): JsonLogic => values);
    default: {
      const computed = field.type === 'number' ? [arithmetic(field, recordType)] : [];
      const day = field.type === 'date' || field.type === 'datetime' ? [today()] : [];
      return fc.oneof(valueOf(field), ...(others.length > 0 ? [fc.constantFrom(...others)] : []), ...computed, ...day);
    }
  }
}

function valueOf(field: Field): fc.Arbitrary<JsonValue> {
  switch (field.type) {
    case 'number':
      return fc.constantFrom(...NUMBERS);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom(...DAYS);
    case 'datetime':
      return fc.constantFrom('2024-05-01T10:00:00Z');
    case 'text':
    case 'list':
      return fc.constantFrom(...TEXTS);
  }
}

/** Every row that computes a number, on numbers. */
function arithmetic(field: Field, recordType: RecordType): fc.Arbitrary<JsonLogic> {
  const rows = OPERATORS.filter(({ family, result }) => family === 'arithmetic' && result === 'number');
  const fields = recordType.fields.filter(({ type, name }) => type === 'number' && name !== field.name);
  return fc.letrec<{ number: JsonLogic }>(tie => ({
    number: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom(...fields.map(variable)),
      fc.constantFrom<JsonLogic>(...NUMBERS),
      fc
        .constantFrom(...rows)
        .chain(({ logic, arity }) =>
          fc
            .array(tie('number'), { minLength: Math.max(1, arity.min), maxLength: Math.min(arity.max, 3) })
            .map((operands): JsonLogic => ({ [logic]: operands })),
        ),
    ),
  })).number;
}

function today(): fc.Arbitrary<JsonLogic> {
  return fc
    .tuple(fc.constantFrom(...DURATIONS), fc.option(fc.constantFrom(...PERIODS), { nil: undefined }))
    .map(([offset, period]): JsonLogic => ({ today: period ? [offset, period] : offset === '' ? [] : [offset] }));
}

function guardedBy(test: JsonLogic): JsonLogic {
  const paths = [...JSON.stringify(test).matchAll(/\{"var":"([^"]+)"\}/g)].map(([, path]) => path ?? '');
  return { and: [...[...new Set(paths)].map((path): JsonLogic => ({ '!=': [{ var: path }, null] })), test] };
}

function arbitraryAction(recordType: RecordType): fc.Arbitrary<Action> {
  return fc.constantFrom(...ACTIONS).chain(row => {
    const fields = recordType.fields.filter(
      ({ type, writable }) => writable !== false && (row.targets?.includes(type) ?? true),
    );
    return fc.constantFrom(...fields, ...fields).chain(field => {
      const members = row.parameters.map(({ name, kind, choices }): fc.Arbitrary<readonly [string, JsonValue]> => {
        const given = ((): fc.Arbitrary<JsonValue> => {
          switch (kind) {
            case 'target':
              return fc.constant(field.name);
            case 'source':
            case 'moved':
              return fc.constantFrom(
                ...recordType.fields
                  .filter(other => other.type === field.type && other.writable !== false)
                  .map(({ name: path }) => path),
              );
            case 'value':
              return field.type === 'list' ? fc.constant(['a', 'b']) : valueOf(field);
            case 'pattern':
              return fc.constantFrom(...PATTERNS);
            case 'date-format':
              return fc.constantFrom('DD.MM.YYYY', 'MM/DD/YYYY');
            case 'choice':
              return fc.constantFrom(...(choices ?? []));
            case 'text':
            case 'word':
              return fc.constantFrom(...TEXTS);
          }
        })();
        return given.map(value => [name, value] as const);
      });
      return fc.tuple(...members).map(given => ({ type: row.type, ...Object.fromEntries(given) }) as Action);
    });
  });
}

/** Records of a type as reading leaves them: any field may be empty where the type allows it. */
export function arbitraryRecord(recordType: RecordType): fc.Arbitrary<DataRecord> {
  return fc
    .tuple(
      ...recordType.fields.map(field => {
        const value: fc.Arbitrary<JsonValue> =
          field.type === 'list' ? fc.array(valueOf(field), { maxLength: 3 }) : valueOf(field);
        const any = field.nullable === false ? value : fc.option(value, { freq: 3 });
        return any.map(given => [field.name, given] as const);
      }),
    )
    .map(entries => {
      const record: Record<string, JsonValue> = {};
      for (const [name, value] of entries) put(record, name.split('.'), value);
      return record;
    });
}

function put(record: Record<string, JsonValue>, [step = '', ...rest]: readonly string[], value: JsonValue): void {
  if (rest.length === 0) record[step] = value;
  else put((record[step] ??= {}) as Record<string, JsonValue>, rest, value);
}
