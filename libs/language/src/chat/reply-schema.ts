import { ACTIONS, type ActionParameter, type Field, type JsonValue, type ParameterKind } from '@lib/rules';
import { CHAT_GROUPS, CHAT_OUTCOMES, CHAT_PERIODS, CHAT_TESTS } from './chat-draft';

/** Azure refuses schemas with more enum values than this in all; the field list is spent twice. */
export const MAX_SCHEMA_FIELDS = 100;

type Schema = { readonly [keyword: string]: JsonValue };

/**
 * The JSON Schema of a reply, within the strict subset: the root is an object, every property is required,
 * nothing else is allowed, and no keyword the services refuse is used. Fields are an enum of the catalog shown.
 */
export function replySchema(fields: readonly Field[]): Schema {
  const shown = fields.slice(0, MAX_SCHEMA_FIELDS);
  return {
    ...object({
      language: TEXT,
      interpretation: TEXT,
      outcome: oneOf(CHAT_OUTCOMES),
      rule: nullable(ref('rule')),
      question: nullable(
        object({
          text: TEXT,
          options: list(object({ text: TEXT, rule: nullable(ref('rule')) })),
        }),
      ),
      reason: NULLABLE_TEXT,
      assumptions: list(TEXT),
    }),
    $defs: {
      rule: object({ name: TEXT, condition: ref('node'), actions: list(ref('action')) }),
      node: { anyOf: [group(), test()] },
      operand: { anyOf: [TEXT, { type: 'number' }, { type: 'boolean' }, fieldOperand(), todayOperand()] },
      action: { anyOf: actions() },
      field: oneOf(shown.map(field => field.name)),
      target: oneOf(
        namesOr(
          shown.filter(field => field.writable !== false).map(field => field.name),
          shown,
        ),
      ),
    },
  };
}

const TEXT: Schema = { type: 'string' };
const NULLABLE_TEXT: Schema = { type: ['string', 'null'] };

function group(): Schema {
  return object({ kind: oneOf(['group']), op: oneOf(CHAT_GROUPS), children: list(ref('node')) });
}

function test(): Schema {
  return object({
    kind: oneOf(['test']),
    evidence: TEXT,
    field: ref('field'),
    of: oneOf(['value', 'length']),
    op: oneOf(CHAT_TESTS),
    values: list(ref('operand')),
  });
}

function fieldOperand(): Schema {
  return object({ kind: oneOf(['field']), field: ref('field'), times: { type: 'number' } });
}

function todayOperand(): Schema {
  return object({
    kind: oneOf(['today']),
    offset: NULLABLE_TEXT,
    startOf: { anyOf: [oneOf(CHAT_PERIODS), { type: 'null' }] },
  });
}

const PARAMETERS: { readonly [Kind in Exclude<ParameterKind, 'choice'>]: Schema } = {
  target: ref('target'),
  moved: ref('target'),
  source: ref('field'),
  text: TEXT,
  word: TEXT,
  pattern: TEXT,
  'date-format': TEXT,
  value: { type: ['string', 'number', 'boolean'] },
};

/** One branch for all actions that take the same parameters: services count properties, and allow few. */
function actions(): readonly Schema[] {
  const branches = new Map<string, { readonly types: string[]; readonly parameters: readonly ActionParameter[] }>();
  for (const { type, parameters } of ACTIONS) {
    const key = JSON.stringify(parameters);
    const branch = branches.get(key) ?? { types: [], parameters };
    branch.types.push(type);
    branches.set(key, branch);
  }
  return [...branches.values()].map(({ types, parameters }) => action(types, parameters));
}

function action(types: readonly string[], parameters: readonly ActionParameter[]): Schema {
  const filled = parameters.map(
    ({ name, kind, choices = [] }) => [name, kind === 'choice' ? oneOf(choices) : PARAMETERS[kind]] as const,
  );
  return object({ type: oneOf(types), evidence: TEXT, ...Object.fromEntries(filled) });
}

function object(properties: { readonly [name: string]: Schema }): Schema {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

function oneOf(values: readonly string[]): Schema {
  return { type: 'string', enum: [...values] };
}

function nullable(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** An empty enum is no schema at all: where nothing may be written the reader names all fields and the checks refuse. */
function namesOr(names: readonly string[], fields: readonly Field[]): readonly string[] {
  return names.length > 0 ? names : fields.map(field => field.name);
}
