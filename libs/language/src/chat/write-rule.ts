import {
  all,
  any,
  between,
  compare,
  equalsInAnyCase,
  findField,
  isEmpty,
  isFilled,
  not,
  tagsFieldOf,
  today,
  variable,
  type Action,
  type Field,
  type JsonLogic,
  type RecordType,
  type RuleDraft,
} from '@lib/rules';
import { dayAfter, isDay } from './day-after';
import type { ChatAction, ChatNode, ChatOperand, ChatRule } from './chat-draft';
import { storedSpellings } from './stored-spellings';

/** A draft written from the intermediate form, with the words each part came from. */
export interface WrittenRule {
  readonly rule: RuleDraft;
  readonly evidence: readonly { readonly text: string; readonly at: string }[];
  readonly assumptions: readonly { readonly text: string; readonly at: string }[];
}

/**
 * The one place where a model's form becomes JSON-Logic: comparisons with a number field, a length, arithmetic or another
 * field are guarded against empty values, text takes the spelling the data has, days of a datetime are half open.
 */
export function writeRule(draft: ChatRule, recordType: RecordType, isQuoted: (text: string) => boolean): WrittenRule {
  const writer = new RuleWriter(recordType, isQuoted);
  const condition = writer.node(draft.condition, '/condition');
  const actions = draft.actions.map((action, i) => writer.action(action, `/actions/${i}`));
  return {
    rule: { recordType: recordType.name, name: draft.name.trim().slice(0, 200), condition, actions },
    evidence: writer.evidence,
    assumptions: writer.assumptions,
  };
}

type TestNode = Extract<ChatNode, { kind: 'test' }>;

const COMPARISONS = {
  equals: '==',
  notEquals: '!=',
  lessThan: '<',
  atMost: '<=',
  greaterThan: '>',
  atLeast: '>=',
} as const;
type Comparison = keyof typeof COMPARISONS;

class RuleWriter {
  readonly evidence: { text: string; at: string }[] = [];
  readonly assumptions: { text: string; at: string }[] = [];

  constructor(
    private readonly recordType: RecordType,
    private readonly isQuoted: (text: string) => boolean,
  ) {}

  node(node: ChatNode, at: string): JsonLogic {
    if (node.kind === 'test') {
      this.evidence.push({ text: node.evidence, at });
      return node.of === 'length' ? this.lengthTest(node) : this.test(node, at);
    }
    if (node.op === 'not') return not(this.group('and', node.children, `${at}/!/0`));
    return this.group(node.op, node.children, at);
  }

  action(action: ChatAction, at: string): Action {
    this.evidence.push({ text: action.evidence, at });
    const target = action.parameters['field'];
    const field = typeof target === 'string' ? findField(this.recordType, target) : undefined;
    const value = action.parameters['value'];
    const typed = field && value !== undefined && value !== null ? { value: literal(field, value) } : {};
    // Type and parameters were checked when the reply was read; what they mean here is checked by the validator.
    return { type: action.type, ...action.parameters, ...typed } as unknown as Action;
  }

  private group(op: 'and' | 'or', children: readonly ChatNode[], at: string): JsonLogic {
    const join = op === 'and' ? all : any;
    return join(children.map((child, i) => this.node(child, children.length === 1 ? at : `${at}/${op}/${i}`)));
  }

  private test(test: TestNode, at: string): JsonLogic {
    const field = findField(this.recordType, test.field) ?? unknownField(test.field);
    const first = test.values[0] ?? '';
    switch (test.op) {
      case 'isEmpty':
        return isEmpty(field);
      case 'isFilled':
        return isFilled(field);
      case 'equals':
        return this.equality(field, first, at);
      case 'notEquals':
        return negated(this.equality(field, first, at));
      case 'oneOf':
        return this.membership(field, test.values, at);
      case 'noneOf':
        return not(this.membership(field, test.values, at));
      case 'contains':
        return this.containment(field, first, at);
      case 'notContains':
        return not(this.containment(field, first, at));
      case 'startsWith':
      case 'endsWith':
      case 'matches':
        return { [test.op]: [variable(field.name), this.operand(field, first)] };
      case 'between':
        return this.range(field, first, test.values[1] ?? '');
      case 'lessThan':
      case 'atMost':
      case 'greaterThan':
      case 'atLeast':
        return this.bound(field, test.op, first);
    }
  }

  private lengthTest(test: TestNode): JsonLogic {
    const field = findField(this.recordType, test.field) ?? unknownField(test.field);
    const length: JsonLogic = { length: [variable(field.name)] };
    const numbers = test.values.map(value => (typeof value === 'object' ? this.operand(field, value) : Number(value)));
    const first = numbers[0] ?? 0;
    if (isComparison(test.op)) return compare(length, COMPARISONS[test.op], first);
    if (test.op === 'between') return all([compare(length, '>=', first), compare(length, '<=', numbers[1] ?? 0)]);
    if (test.op === 'oneOf') return { in: [length, numbers] };
    if (test.op === 'noneOf') return not({ in: [length, numbers] });
    return test.op === 'isFilled' ? isFilled(field) : isEmpty(field);
  }

  private equality(field: Field, value: ChatOperand, at: string): JsonLogic {
    if (isDayOf(field, value)) {
      const day = this.operand(field, value);
      return all([compare(variable(field.name), '>=', day), compare(variable(field.name), '<', dayAfter(day))]);
    }
    if (typeof value === 'object') return compare(variable(field.name), '==', this.operand(field, value));
    if (field.type === 'list') return this.containment(field, value, at);
    const wanted = literal(field, value);
    if (field.type !== 'text' || typeof wanted !== 'string') return compare(variable(field.name), '==', wanted);
    const spellings = this.spellings(field, wanted);
    if (spellings.length === 1) return compare(variable(field.name), '==', spellings[0] ?? wanted);
    this.assume(
      at,
      `${field.label} is written ${spellings.map(each => `"${each}"`).join(', ')}; all of them are meant.`,
    );
    return equalsInAnyCase(field.name, wanted.trim());
  }

  private membership(field: Field, values: readonly ChatOperand[], at: string): JsonLogic {
    const only = values.length === 1 ? values[0] : undefined;
    if (only !== undefined) return this.equality(field, only, at);
    const isPlain = field.type !== 'list' && values.every(value => typeof value !== 'object' && !isDayOf(field, value));
    if (!isPlain) return any(values.map((value, i) => this.equality(field, value, `${at}/or/${i}`)));
    const wanted = values.map(value => this.operand(field, value));
    const spellings = wanted.map(value =>
      field.type === 'text' && typeof value === 'string' ? this.spellings(field, value) : [value],
    );
    if (spellings.every(each => each.length === 1)) return { in: [variable(field.name), spellings.flat()] };
    this.assume(at, `${field.label} is compared without regard to capital letters, because the data mixes them.`);
    return {
      in: [
        { lower: [variable(field.name)] },
        wanted.map(value => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
      ],
    };
  }

  private containment(field: Field, value: ChatOperand, at: string): JsonLogic {
    const element = this.operand(field, value);
    if (field.type !== 'list') return { contains: [variable(field.name), element] };
    if (field.name === tagsFieldOf(this.recordType) || typeof element !== 'string')
      return { in: [element, variable(field.name)] };
    const spellings = this.spellings(field, element);
    if (spellings.length === 1) return { in: [spellings[0] ?? element, variable(field.name)] };
    this.assume(at, `${field.label} is compared without regard to capital letters, because the data mixes them.`);
    return { contains: [variable(field.name), element] };
  }

  private range(field: Field, from: ChatOperand, to: ChatOperand): JsonLogic {
    if (isDayOf(field, from) || isDayOf(field, to))
      return all([this.bound(field, 'atLeast', from), this.bound(field, 'atMost', to)]);
    return between(field.name, this.operand(field, from), this.operand(field, to));
  }

  /** A day bound of a datetime is half open: "until 1 June" is before the 2nd, "after 1 June" is from the 2nd on. */
  private bound(field: Field, op: Comparison, value: ChatOperand): JsonLogic {
    const operand = this.operand(field, value);
    const isDayBound = isDayOf(field, value);
    if (isDayBound && op === 'atMost') return compare(variable(field.name), '<', dayAfter(operand));
    if (isDayBound && op === 'greaterThan') return compare(variable(field.name), '>=', dayAfter(operand));
    return compare(variable(field.name), COMPARISONS[op], operand);
  }

  private operand(field: Field, value: ChatOperand): JsonLogic {
    if (typeof value !== 'object') return literal(field, value);
    if (value.kind === 'today') return today(value.offset ?? undefined, value.startOf ?? undefined);
    return value.times === 1 ? variable(value.field) : { '*': [variable(value.field), value.times] };
  }

  /** A text the person put in quotes is taken as it stands; any other takes the spellings the data has. */
  private spellings(field: Field, text: string): readonly string[] {
    const stored = this.isQuoted(text) ? [] : storedSpellings(field, text);
    return stored.length > 0 ? stored : [text];
  }

  private assume(at: string, text: string): void {
    this.assumptions.push({ at, text });
  }
}

function isComparison(op: string): op is Comparison {
  return Object.hasOwn(COMPARISONS, op);
}

/** A whole day set against a datetime: a literal day, or one relative to today. */
function isDayOf(field: Field, value: ChatOperand): boolean {
  return field.type === 'datetime' && (typeof value === 'object' ? value.kind === 'today' : isDay(value));
}

function unknownField(name: string): Field {
  return { name, label: name, type: 'text', reading: { type: 'text' } };
}

/** A plain `==` is negated to `!=`; anything built around it is wrapped. */
function negated(test: JsonLogic): JsonLogic {
  const equal =
    test !== null && typeof test === 'object' && !Array.isArray(test)
      ? (test as { readonly [key: string]: JsonLogic })['==']
      : undefined;
  return equal === undefined ? not(test) : { '!=': equal };
}

/** A value a model wrote as text where the field holds numbers or booleans takes the field's type. */
function literal(field: Field, value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value;
  if (field.type === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  if (field.type === 'boolean' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return value;
}
